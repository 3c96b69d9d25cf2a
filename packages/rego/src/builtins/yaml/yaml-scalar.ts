import { numberFromText } from "../../value/number.js";
import type { Value } from "../../value/value.js";

const words: ReadonlyMap<string, boolean | null> = /* @__PURE__ */ new Map<string, boolean | null>([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
]);

const integer = /^[+-]?(?:0x[\da-f]+|0o?[0-7]+|0b[01]+|0|[1-9]\d*)$/i;
const float = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[+-]?\d+)?$/i;
const notFinite = /^(?:[+-]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What an unquoted scalar of YAML 1.1 stands for; undefined: JSON has no such value. */
export function resolveScalar(text: string): Value | undefined {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (notFinite.test(text)) return undefined;
  return /^[-+.\d]/.test(text) ? (resolveNumber(text.replaceAll("_", "")) ?? text) : text;
}

/** Whether a text has to be quoted to stay a text. */
export const isAmbiguous = (text: string): boolean =>
  resolveScalar(text) !== text || /^[+-]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/.test(text) || isTimestamp(text);

const isTimestamp = (text: string): boolean =>
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[+-]\d{1,2}(?::?\d\d)?))?)?$/.test(
    text,
  );

/** Integers of 64 bits in four bases; others, and fractions, are doubles. */
function resolveNumber(text: string): Value | undefined {
  const value = integer.test(text) ? integerOf(text) : undefined;
  if (value !== undefined && value >= -(2n ** 63n) && value < 2n ** 64n) return numberFromText(String(value));
  const isFloat = float.test(text) && Number.isFinite(Number(text));
  return isFloat ? doubleOf(Number(text)) : undefined;
}

function integerOf(text: string): bigint {
  const digits = text
    .replace(/^[+-]/, "")
    .replace(/^0o?(?=[0-7])/i, "0o")
    .toLowerCase();
  return text.startsWith("-") ? -BigInt(digits) : BigInt(digits);
}

/** The number as Go's JSON encoder writes the double. */
const doubleOf = (value: number): Value => numberFromText(Object.is(value, -0) ? "-0" : String(value));
