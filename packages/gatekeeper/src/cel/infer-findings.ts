import type { FieldPath, Finding, Json } from "@ostiary/core";
import type { Origin } from "./origin.js";

/** Most places that are told of one violation. */
const MAXIMUM_FINDINGS = 100;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const step = (value: Json | undefined, key: string | number): Json | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if (isList(value)) return typeof key === "number" ? value[key] : undefined;
  return typeof key === "string" && Object.hasOwn(value, key) ? value[key] : undefined;
};

const valueAt = (root: Json, path: FieldPath): Json | undefined => path.reduce<Json | undefined>(step, root);

/** The element of a list that a path leads into first; the whole object where it leads into none. */
const elementOf = (path: FieldPath): string => {
  const index = path.findIndex((part) => typeof part === "number");
  return JSON.stringify(path.slice(0, index + 1));
};

/** Of the paths into one element those that go deepest: the others mostly say which element is meant. */
const deepest = (paths: readonly FieldPath[]): readonly FieldPath[] => {
  const depths = new Map<string, number>();
  for (const path of paths) {
    const element = elementOf(path);
    depths.set(element, Math.max(depths.get(element) ?? 0, path.length));
  }
  return paths.filter((path) => path.length === depths.get(elementOf(path)));
};

/**
 * The places that make an expression fail, as far as what it read tells.
 *
 * @param reads - the fields of the object that decided, in the order in which they were read
 * @param root - the object that is judged
 */
export const inferFindings = (reads: readonly Origin[], root: Json): readonly Finding[] => {
  const paths = new Map<string, FieldPath>();
  for (const read of reads) {
    const path = read.path();
    paths.set(JSON.stringify(path), path);
  }
  return deepest([...paths.values()])
    .slice(0, MAXIMUM_FINDINGS)
    .map((path) => ({ path, found: valueAt(root, path), inferred: true }));
};
