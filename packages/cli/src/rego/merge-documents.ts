import type { Value } from "@ostiary/rego";

/** An object of JSON. */
type Members = { readonly [key: string]: Value };

/** What nests deeper is not merged: only a hostile document does. */
const DEEPEST_MERGE = 1_000;

/** Whether a document is an object of JSON. */
export const isMembers = (document: Value | undefined): document is Members =>
  typeof document === "object" && document !== null && Object.getPrototypeOf(document) === Object.prototype;

/**
 * Merges two documents: objects member by member, at any depth. Neither is changed.
 *
 * @returns `undefined` when both have something at one place that is not an object in both
 */
export const mergeDocuments = (left: Value, right: Value, depth = 0): Value | undefined => {
  if (!isMembers(left) || !isMembers(right) || depth > DEEPEST_MERGE) return undefined;
  const entries = new Map(Object.entries(left));
  for (const [key, value] of Object.entries(right)) {
    const known = entries.get(key);
    const merged = known === undefined ? value : mergeDocuments(known, value, depth + 1);
    if (merged === undefined) return undefined;
    entries.set(key, merged);
  }
  return Object.fromEntries(entries);
};

/** Puts a document at a path below the root. */
export const rootDocument = (path: readonly string[], document: Value): Value =>
  path.reduceRight<Value>((inner, key) => Object.fromEntries([[key, inner]]), document);
