import type { Json } from "../rule.js";
import { compareBytes } from "./byte-order.js";

type Pair = readonly [left: Json, right: Json];
type Fields = Readonly<Record<string, Json>>;

/** Every value of a kind comes before every value of the next. */
const KINDS: readonly string[] = ["null", "boolean", "number", "string", "list", "object"];

/**
 * Compares two values as Rego orders them, which is the order in which sets are visited and printed: null, booleans, numbers,
 * strings by bytes, lists item by item, objects by sorted keys, each key followed by its value. Of two lists or objects that
 * agree as far as both go, the shorter is the smaller.
 *
 * Depth is no burden: what is left to compare is kept in a list.
 *
 * @returns less than 0, 0 for equal values, or more than 0
 * @source OPA, ast/compare.go
 */
export const compareValues = (left: Json, right: Json): number => {
  const pending: Pair[] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const difference = compareKinds(...pair) || compareScalars(...pair);
    if (difference !== 0) return difference;
    pushInner(pending, ...pair);
  }
  return 0;
};

const compareKinds = (left: Json, right: Json): number => KINDS.indexOf(kindOf(left)) - KINDS.indexOf(kindOf(right));

const kindOf = (value: Json): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value === "bigint" ? "number" : typeof value;
};

const compareScalars = (left: Json, right: Json): number => {
  if (typeof left === "string" && typeof right === "string") return compareBytes(left, right);
  return isOrdered(left) && isOrdered(right) ? Number(left > right) - Number(left < right) : 0;
};

const isOrdered = (value: Json): value is boolean | number | bigint =>
  typeof value === "boolean" || typeof value === "number" || typeof value === "bigint";

/** Adds what decides between two lists or objects: last what is to be compared first. */
const pushInner = (pending: Pair[], left: Json, right: Json): void => {
  if (isList(left) && isList(right)) pushItems(pending, left, right);
  else if (isFields(left) && isFields(right)) pushItems(pending, flatten(left), flatten(right));
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

const pushItems = (pending: Pair[], left: readonly Json[], right: readonly Json[]): void => {
  pending.push([left.length, right.length]);
  for (let index = Math.min(left.length, right.length) - 1; index >= 0; index--) {
    pending.push([left[index] ?? null, right[index] ?? null]);
  }
};

/** The keys of an object in order, each followed by its value. */
const flatten = (fields: Fields): readonly Json[] =>
  Object.keys(fields)
    .sort(compareBytes)
    .flatMap((key): readonly Json[] => [key, fields[key] ?? null]);
