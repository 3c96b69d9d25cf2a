import type { Json } from "../rule.js";
import { compareBytes } from "./byte-order.js";

/**
 * How numbers are printed. `exact`: as written, which is what the engine does with the parameters of a constraint. `float`:
 * through a 64-bit float, which is what it does with the object under review.
 */
export type NumberForm = "exact" | "float";

/** From this exponent on, and below -4, Go prints a float with an exponent. */
const FIRST_LONG_EXPONENT = 6;
const LAST_SHORT_EXPONENT = -4;

/**
 * Prints a value as the policy engine's `%v` does: a string bare, lists as `["a", "b"]`, objects as `{"k": 1}` with sorted
 * keys, strings inside them between quotes.
 *
 * @source the rules of Deckhouse's templates, run
 */
export const printValue = (value: Json, numbers: NumberForm): string =>
  typeof value === "string" ? value : printInside(value, numbers);

/** Prints a set: `{"a", "b"}` sorted, `set()` when empty. */
export const printSet = (items: readonly string[]): string => {
  if (items.length === 0) return "set()";
  return `{${[...new Set(items)].sort(compareBytes).map(quote).join(", ")}}`;
};

const printInside = (value: Json, numbers: NumberForm): string => {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "bigint") return printNumber(value, numbers);
  if (typeof value !== "object" || value === null) return String(value);
  if (isList(value)) return `[${value.map((item) => printInside(item, numbers)).join(", ")}]`;
  const entries = Object.entries(value).sort(([left], [right]) => compareBytes(left, right));
  return `{${entries.map(([key, item]) => `${quote(key)}: ${printInside(item, numbers)}`).join(", ")}}`;
};

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

const quote = (text: string): string => JSON.stringify(text);

/** Prints a number as written, or as Go's shortest form of a float: `999999`, `1e+06`, `1.5`. */
const printNumber = (value: number | bigint, numbers: NumberForm): string => {
  if (numbers === "exact") return String(value);
  const [digits = "", power = "0"] = Number(value).toExponential().split("e");
  const exponent = Number(power);
  if (exponent < FIRST_LONG_EXPONENT && exponent >= LAST_SHORT_EXPONENT) return String(Number(value));
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
};
