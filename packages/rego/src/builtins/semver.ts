import { quote } from "../value/quote.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

/** Builtins of semantic versions; a leading `v` is tolerated, and so are leading zeros, as OPA tolerates them. */
export const semverBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "semver.is_valid",
    signature: "vsn: any -> result: boolean",
    call: (operands) => {
      const value = operands.value(1);
      return typeof value === "string" && parseVersion(value) !== undefined;
    },
  },
  { name: "semver.compare", signature: "a: string, b: string -> result: number", call: compareVersions },
];

interface Version {
  readonly numbers: readonly bigint[];
  readonly preRelease: readonly string[];
}

const pattern =
  /^v?(\d+)\.(\d+)\.(\d+)(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?)?(?:\+(?:[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?)?$/;
const largest = 0x7fff_ffff_ffff_ffffn;

function parseVersion(text: string): Version | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const numbers = match.slice(1, 4).map(BigInt);
  if (numbers.some((number) => number > largest)) return undefined;
  return { numbers, preRelease: match[4]?.split(".") ?? [] };
}

function compareVersions(operands: Operands): number {
  const texts = [operands.string(1), operands.string(2)];
  const [left, right] = texts.map((text, index) => {
    const version = parseVersion(text);
    if (version === undefined)
      throw operands.fault(`operand ${index + 1}: string ${quote(text)} is not a valid SemVer`);
    return version;
  });
  return left === undefined || right === undefined ? 0 : orderOf(left, right);
}

function orderOf(left: Version, right: Version): number {
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (left.preRelease.length === 0 || right.preRelease.length === 0) {
    return Math.sign(right.preRelease.length - left.preRelease.length);
  }
  return comparePreReleases(left.preRelease, right.preRelease);
}

/** Field by field; numbers come before words, and the shorter list first when it begins the longer one. */
function comparePreReleases(left: readonly string[], right: readonly string[]): number {
  for (const [index, field] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareFields(field, other);
    if (order !== 0) return order;
  }
  return left.length < right.length ? -1 : 0;
}

function compareFields(left: string, right: string): number {
  const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  const [leftKey, rightKey] = leftIsNumber ? [BigInt(left), BigInt(right)] : [left, right];
  if (leftKey === rightKey) return 0;
  return leftKey < rightKey ? -1 : 1;
}
