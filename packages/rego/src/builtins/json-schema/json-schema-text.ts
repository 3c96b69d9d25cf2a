import { jsonText } from "../../value/json-text.js";
import type { Value } from "../../value/value.js";

/** A text that equal JSON values have in common: keys sorted, numbers as doubles. */
export const normalText = (value: Value): string => jsonText(value).replace(token, normalToken);

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

function normalToken(text: string): string {
  if (text.startsWith('"')) return text;
  const double = Number(text);
  return Number.isFinite(double) ? String(double) : text;
}
