import type { Json } from "../rule.js";
import { compareBytes, sortedSet } from "./byte-order.js";
import { goQuote } from "./go-quote.js";

type Scalar = null | boolean | number | bigint | string;

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
 * keys, strings inside them as Go quotes them.
 *
 * @source the rules of Deckhouse's templates, run; OPA, ast/term.go
 */
export const printValue = (value: Json, numbers: NumberForm): string =>
  typeof value === "string" ? value : printInside(value, numbers);

/** Prints a set: `{"a", "b"}` sorted, `set()` when empty. */
export const printSet = (items: readonly string[]): string =>
  items.length === 0 ? "set()" : `{${sortedSet(items).map(goQuote).join(", ")}}`;

/** What is left to print: a value, or text as it is. */
type Part = { readonly value: Json } | { readonly text: string };

/** Depth is no burden: what is left to print is kept in a list, its end first. */
const printInside = (whole: Json, numbers: NumberForm): string => {
  let text = "";
  const parts: Part[] = [{ value: whole }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if ("text" in part) text += part.text;
    else if (typeof part.value !== "object" || part.value === null) text += printScalar(part.value, numbers);
    else for (const inner of partsOf(part.value).reverse()) parts.push(inner);
  }
  return text;
};

const printScalar = (value: Scalar, numbers: NumberForm): string => {
  if (typeof value === "string") return goQuote(value);
  return typeof value === "number" || typeof value === "bigint" ? printNumber(value, numbers) : String(value);
};

/** What a list or object consists of. */
const partsOf = (value: Exclude<Json, Scalar>): Part[] => {
  if (isList(value)) {
    const items = value.flatMap((item, index): Part[] => [{ text: separator(index) }, { value: item }]);
    return [{ text: "[" }, ...items, { text: "]" }];
  }
  const entries = Object.entries(value).sort(([left], [right]) => compareBytes(left, right));
  const fields = entries.flatMap(([key, item], index): Part[] => [
    { text: `${separator(index)}${goQuote(key)}: ` },
    { value: item },
  ]);
  return [{ text: "{" }, ...fields, { text: "}" }];
};

const separator = (index: number): string => (index === 0 ? "" : ", ");

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** Prints a number as written, or as Go's shortest form of a float: `999999`, `1e+06`, `1.5`. */
const printNumber = (value: number | bigint, numbers: NumberForm): string => {
  if (numbers === "exact") return String(value);
  const [digits = "", power = "0"] = Number(value).toExponential().split("e");
  const exponent = Number(power);
  if (exponent < FIRST_LONG_EXPONENT && exponent >= LAST_SHORT_EXPONENT) return String(Number(value));
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
};
