import type { FieldPath } from "@ostiary/core";
import type { Value } from "@ostiary/rego";

/** Tells where in an object a part of it stands; `undefined` for what is no part of it. */
export type Locate = (value: Value | undefined) => FieldPath | undefined;

/** A path in the making: links instead of lists, for most are never asked for. */
interface Link {
  readonly parent: Link | undefined;
  readonly step: string | number;
  /** What it comes to, once that was asked for. */
  path?: FieldPath;
}

const ROOT: FieldPath = [];

const pathOf = (link: Link | undefined): FieldPath => {
  if (link === undefined) return ROOT;
  link.path ??= stepsTo(link);
  return link.path;
};

const stepsTo = (link: Link): FieldPath => {
  const steps: (string | number)[] = [];
  for (let next: Link | undefined = link; next !== undefined; next = next.parent) steps.push(next.step);
  return steps.reverse();
};

/**
 * Finds the lists and objects of a document again, which rules hand around as they are. Of one that stands at several places
 * the first counts.
 */
export const locateIn = (root: Value | undefined): Locate => {
  const links = new Map<unknown, Link | undefined>();
  const pending: (readonly [value: unknown, link: Link | undefined])[] = [[root, undefined]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, parent] = next;
    if (typeof value !== "object" || value === null || links.has(value)) continue;
    links.set(value, parent);
    const isList = Array.isArray(value);
    for (const [key, member] of Object.entries(value).reverse()) {
      pending.push([member, { parent, step: isList ? Number(key) : key }]);
    }
  }
  return (value) => (typeof value === "object" && links.has(value) ? pathOf(links.get(value)) : undefined);
};
