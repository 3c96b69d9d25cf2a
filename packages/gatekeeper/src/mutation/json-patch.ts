import type { Json } from "@ostiary/rules";
import { formatPointer } from "./json-pointer.js";
import { isEqual } from "./value-equality.js";

/** An operation of a patch that `createPatch` makes. */
export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: Json }
  | { readonly op: "remove"; readonly path: string };

type Step = string | number;

/** Two versions of a value, and where it lies. */
interface Version {
  readonly path: readonly Step[];
  readonly before: Json;
  readonly after: Json;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);

/**
 * Describes what makes one object another, as RFC 6902 has it. Parts that are one and the same object cost nothing, and depth
 * is no burden; the well-known libraries clone values by way of JSON text, which loses integers of type `bigint`.
 */
export const createPatch = (before: Json, after: Json): readonly PatchOperation[] => {
  const operations: PatchOperation[] = [];
  const versions: Version[] = [{ path: [], before, after }];
  for (let version = versions.pop(); version !== undefined; version = versions.pop()) {
    const inner = compareVersions(version, operations);
    for (const part of inner.toReversed()) versions.push(part);
  }
  return operations;
};

/** Tells what differs, and gives back the parts that are yet to be compared. */
const compareVersions = (version: Version, operations: PatchOperation[]): readonly Version[] => {
  const { path, before, after } = version;
  if (isObject(before) && isObject(after)) return compareObjects(path, before, after, operations);
  if (isList(before) && isList(after)) return compareLists(path, before, after, operations);
  if (!isEqual(before, after)) operations.push({ op: "replace", path: formatPointer(path), value: after });
  return [];
};

const compareObjects = (
  path: readonly Step[],
  before: { readonly [name: string]: Json },
  after: { readonly [name: string]: Json },
  operations: PatchOperation[],
): readonly Version[] => {
  const parts: Version[] = [];
  for (const [name, value] of Object.entries(before)) {
    const kept = Object.hasOwn(after, name) ? after[name] : undefined;
    if (kept === undefined) operations.push({ op: "remove", path: formatPointer([...path, name]) });
    else if (kept !== value) parts.push({ path: [...path, name], before: value, after: kept });
  }
  for (const [name, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, name)) operations.push({ op: "add", path: formatPointer([...path, name]), value });
  }
  return parts;
};

/** Leaves alone what both lists begin and end with; compares what is between, and adds or removes the rest. */
const compareLists = (
  path: readonly Step[],
  before: readonly Json[],
  after: readonly Json[],
  operations: PatchOperation[],
): readonly Version[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isEqual(before[start], after[start])) start++;
  let tail = 0;
  while (tail < shorter - start && isEqual(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = shorter - tail;
  for (let index = before.length - tail - 1; index >= middle; index--) {
    operations.push({ op: "remove", path: formatPointer([...path, index]) });
  }
  for (const [offset, value] of after.slice(middle, after.length - tail).entries()) {
    operations.push({ op: "add", path: formatPointer([...path, middle + offset]), value });
  }
  return before.slice(start, middle).map((value, offset) => ({
    path: [...path, start + offset],
    before: value,
    after: after[start + offset] ?? null,
  }));
};
