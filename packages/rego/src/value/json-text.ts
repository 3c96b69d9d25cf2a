import { objectEntries } from "./collection.js";
import { type Notation, type Written, write } from "./notation.js";
import { isNumber, numberText } from "./number.js";
import { compareText } from "./text-order.js";
import { type Collection, isArray, isPlainObject, isSet, type ObjectValue, type Value } from "./value.js";

/**
 * The compact JSON text of a value as Go's encoder writes it: sets as sorted arrays, keys sorted and turned into text, and
 * `<`, `>`, `&`, U+2028 and U+2029 escaped.
 *
 * Source: rego.md, section 3.7.
 */
export const jsonText = (value: Value): string => write(value, jsonNotation);

const jsonNotation: Notation = { separator: ",", scalar, collection };

function scalar(value: Exclude<Value, Collection>): string {
  if (typeof value === "string") return jsonString(value);
  return isNumber(value) ? numberText(value) : String(value);
}

function collection(value: Collection): Written {
  if (isArray(value)) return { open: "[", values: value, close: "]" };
  if (isSet(value)) return { open: "[", values: value.sorted(), close: "]" };
  const entries = jsonEntries(value);
  const labels = entries.map(([key]) => `${jsonString(key)}:`);
  return { open: "{", labels, values: entries.map(([, member]) => member), close: "}" };
}

/** The entries of an object as JSON has them: keys as text in order; of two keys with one text the greater wins. */
export function jsonEntries(object: ObjectValue): readonly (readonly [string, Value])[] {
  if (isPlainObject(object)) return [...objectEntries(object)].map(([key, value]) => [jsonKey(key), value]);
  const byText = new Map<string, Value>();
  for (const [key, value] of objectEntries(object)) byText.set(jsonKey(key), value);
  return [...byText].sort(([left], [right]) => compareText(left, right));
}

/** The text that stands for a key in JSON: a string is itself, any other value its compact JSON text. */
export const jsonKey = (key: Value): string => (typeof key === "string" ? key : jsonText(key));

const escaped = /[<>&\u2028\u2029]/g;

/** Most texts: nothing to escape. */
const plain = /^[ !#-%'-;=?-[\]-~]*$/;

/** A JSON string as Go's encoder writes it. */
export const jsonString = (text: string): string => (plain.test(text) ? `"${text}"` : escapedString(text));

/** Half a surrogate pair is an illegal character: its replacement is written as an escape. */
const escapedString = (text: string): string =>
  `"${text
    .split(/\p{Surrogate}/u)
    .map(escapedPart)
    .join("\\ufffd")}"`;

const escapedPart = (text: string): string => JSON.stringify(text).slice(1, -1).replace(escaped, unicodeEscape);

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
