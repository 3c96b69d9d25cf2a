import { isPlainObject, isSet, type Value } from "../value/value.js";

/**
 * Answers that need no look at the builtin itself, for operands of the usual types; undefined: ask the builtin.
 */
export type DirectBuiltin = (first: Value | undefined, second: Value | undefined) => Value | undefined;

/** Sums of integers up to here are exact in every release. */
const exact = 2 ** 50;

const isSmall = (value: Value | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value < exact && value > -exact;

const order =
  (decide: (left: number, right: number) => boolean): DirectBuiltin =>
  (left, right) =>
    isSmall(left) && isSmall(right) ? decide(left, right) : undefined;

const texts =
  (decide: (text: string, part: string) => boolean): DirectBuiltin =>
  (text, part) =>
    typeof text === "string" && typeof part === "string" ? decide(text, part) : undefined;

const isSimple = (value: Value | undefined): boolean => typeof value === "string" || typeof value === "boolean";

/** A sum of zeros has a sign of its own. */
const plusZero = (value: number): number => value + 0;

function count(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.length;
  if (isSet(value)) return value.size;
  return isPlainObject(value) ? Object.keys(value).length : undefined;
}

/** Direct answers by the names of builtins. */
export const directBuiltins: ReadonlyMap<string, DirectBuiltin> = new Map<string, DirectBuiltin>([
  ["neq", (left, right) => (isSimple(left) && isSimple(right) ? left !== right : undefined)],
  ["lt", order((left, right) => left < right)],
  ["lte", order((left, right) => left <= right)],
  ["gt", order((left, right) => left > right)],
  ["gte", order((left, right) => left >= right)],
  ["plus", (left, right) => (isSmall(left) && isSmall(right) ? plusZero(left + right) : undefined)],
  ["startswith", texts((text, part) => text.startsWith(part))],
  ["endswith", texts((text, part) => text.endsWith(part))],
  ["contains", texts((text, part) => text.includes(part))],
  ["is_string", (value) => typeof value === "string"],
  ["is_boolean", (value) => typeof value === "boolean"],
  ["is_array", (value) => Array.isArray(value)],
  ["count", count],
]);

/** Builtins whose work is worth remembering for the next call with the same operands. */
export const rememberedBuiltins: ReadonlySet<string> = new Set(["regex.match", "re_match", "glob.match"]);
