import { compareBytes } from "@ostiary/rules";
import { Double, isFields, isInt64, isList, Placeholder, type WorkingValue } from "./working-value.js";

/** Names the type of a value as Go's `%T` does. */
export const goTypeName = (value: WorkingValue): string => {
  if (value === null) return "<nil>";
  if (isList(value)) return "[]interface {}";
  if (isFields(value)) return "map[string]interface {}";
  if (value instanceof Placeholder) return "*unversioned.ExternalDataPlaceholder";
  if (typeof value === "number" || typeof value === "bigint") return isInt64(value) ? "int64" : "float64";
  if (typeof value === "boolean") return "bool";
  return value instanceof Double ? "float64" : typeof value;
};

/** What is left to print: a value, or text as it is. */
type Part = { readonly value: WorkingValue } | { readonly text: string };

/** Prints a value as Go's `%v` does: `map[a:1 b:[x y]]`, with sorted keys. Depth is no burden. */
export const printGoValue = (whole: WorkingValue): string => {
  let text = "";
  const parts: Part[] = [{ value: whole }];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if ("text" in part) text += part.text;
    else if (isList(part.value)) pushAll(parts, listParts(part.value));
    else if (isFields(part.value)) pushAll(parts, fieldParts(part.value));
    else text += printScalar(part.value);
  }
  return text;
};

const pushAll = (parts: Part[], added: readonly Part[]): void => {
  for (const part of added.toReversed()) parts.push(part);
};

const listParts = (list: readonly WorkingValue[]): readonly Part[] => [
  { text: "[" },
  ...list.flatMap((value, index): Part[] => (index === 0 ? [{ value }] : [{ text: " " }, { value }])),
  { text: "]" },
];

const fieldParts = (fields: { readonly [name: string]: WorkingValue }): readonly Part[] => {
  const entries = Object.entries(fields).sort(([one], [other]) => compareBytes(one, other));
  const parts = entries.flatMap(([name, value], index): Part[] => [
    { text: `${index === 0 ? "" : " "}${name}:` },
    { value },
  ]);
  return [{ text: "map[" }, ...parts, { text: "]" }];
};

const printScalar = (value: WorkingValue): string => {
  if (value === null) return "<nil>";
  if (value instanceof Double) return printFloat(value.value);
  if (value instanceof Placeholder) return value.key;
  return typeof value === "number" && !isInt64(value) ? printFloat(value) : String(value);
};

/** From this exponent on, and below -4, Go prints a double with an exponent. */
const FIRST_LONG_EXPONENT = 6;
const LAST_SHORT_EXPONENT = -4;

const printFloat = (value: number): string => {
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < FIRST_LONG_EXPONENT && exponent >= LAST_SHORT_EXPONENT) return String(value);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
};
