import type { AddressRange } from "./x509-name-constraints.js";
import { findSubtree, type SubtreeKind, sortSubtrees } from "./x509-subtree.js";

/** Whether a name is under one of some constraints. */
export type SubtreeTest<Name> = (name: Name) => boolean;

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (const [index, byte] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return left.length - right.length;
}

const contains = ({ address, mask }: AddressRange, other: Uint8Array): boolean =>
  address.length === other.length &&
  mask.every((bits, index) => ((address[index] ?? 0) & bits) === ((other[index] ?? 0) & bits));

const lastOf = ({ address, mask }: AddressRange): Uint8Array =>
  address.map((byte, index) => byte | (~(mask[index] ?? 0) & 0xff));

const ranges: SubtreeKind<AddressRange, Uint8Array> = {
  compare: (left, right) => compareBytes(left.address, right.address) || compareBytes(left.mask, right.mask),
  compareName: ({ address }, name) => compareBytes(address, name),
  includes: (outer, inner) => contains(outer, inner.address) && contains(outer, lastOf(inner)),
  admits: contains,
};

/** Tests addresses; those of one length are under ranges of that length only. */
export function addressTest(constraints: readonly AddressRange[]): SubtreeTest<Uint8Array> {
  const sets = new Map(
    [4, 16].map((length) => [
      length,
      sortSubtrees(
        constraints.filter(({ address }) => address.length === length),
        ranges,
      ),
    ]),
  );
  return (name) => findSubtree(sets.get(name.length) ?? [], name, ranges) !== undefined;
}

/** Compares from the end, dots before everything else. */
function compareDomains(left: string, right: string): number {
  const [first, second] = [left, right].map((text) => [...text.toLowerCase()].reverse().join("").replaceAll(".", "\0"));
  return Number((first ?? "") > (second ?? "")) - Number((first ?? "") < (second ?? ""));
}

/** A domain includes itself and what is below; one that begins with a dot only what is below. */
function isBelow(constraint: string, name: string): boolean {
  if (!name.toLowerCase().endsWith(constraint.toLowerCase())) return false;
  const before = name.charAt(name.length - constraint.length - 1);
  return constraint.startsWith(".") || before === "" || before === ".";
}

const domains: SubtreeKind<string, string> = {
  compare: compareDomains,
  compareName: compareDomains,
  includes: isBelow,
  admits: isBelow,
};

/**
 * Tests names of domains. An empty constraint is every name; a name with a star is excluded if one that it stands for is.
 *
 * @param use - what the constraints are for
 */
export function domainTest(constraints: readonly string[], use: "permitted" | "excluded"): SubtreeTest<string> {
  if (constraints.includes("")) return () => true;
  const sorted = sortSubtrees(constraints, domains);
  const parents = new Set(sorted.map(parentOf).filter((parent) => parent !== ""));
  return (name) =>
    findSubtree(sorted, name, domains) !== undefined ||
    (use === "excluded" && name.startsWith("*") && parents.has(parentOf(name)));
}

/** A name without its first label, with the dot behind that. */
function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot).toLowerCase();
}
