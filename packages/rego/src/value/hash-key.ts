import { type Notation, type Written, write } from "./notation.js";
import { isNumber, numberKey } from "./number.js";
import { sortedKeys } from "./sorted-keys.js";
import { type Collection, isArray, isCollection, isRegoObject, isSet, type Value } from "./value.js";

/** What stands for a value in a native Map: equal for equal values, different for different ones. */
export type HashKey = string | number | bigint | boolean | null;

/**
 * The key of a value. Scalars are their own keys, so that a set of strings costs what a native Set costs; a collection has a
 * text key that begins with NUL.
 */
export function hashKey(value: Value): HashKey {
  if (typeof value === "string") return value.charCodeAt(0) === 0 ? `\0"${value}` : value;
  if (typeof value === "boolean" || value === null) return value;
  return isNumber(value) ? numberKey(value) : `\0${keyAt(value, 0)}`;
}

/** Beyond this depth open collections are kept in a list instead of on the stack. */
const deepestCall = 100;

/** The same text as `write` gives with the notation of keys, quicker. */
function keyAt(value: Value, depth: number): string {
  if (!isCollection(value)) return scalar(value);
  if (depth > deepestCall || isSet(value) || isRegoObject(value)) return write(value, keyNotation);
  let text = "";
  if (isArray(value)) {
    for (const item of value) text += `${text === "" ? "" : ","}${keyAt(item, depth + 1)}`;
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${keyAt(value[key] ?? null, depth + 1)}`;
  }
  return `{${text}}`;
}

const keyNotation: Notation = { separator: ",", scalar, collection };

function scalar(value: Exclude<Value, Collection>): string {
  return isNumber(value) ? String(numberKey(value)) : JSON.stringify(value);
}

function collection(value: Collection): Written {
  if (isArray(value)) return { open: "[", values: value, close: "]" };
  if (isSet(value)) return { open: "<", values: value.sorted(), close: ">" };
  if (isRegoObject(value)) {
    const keys = value.keys();
    return { open: "{", labels: keys.map(label), values: keys.map((key) => value.get(key) ?? null), close: "}" };
  }
  const keys = sortedKeys(value);
  return { open: "{", labels: keys.map(label), values: keys.map((key) => value[key] ?? null), close: "}" };
}

const label = (key: Value): string =>
  typeof key === "string" ? `${JSON.stringify(key)}:` : `${write(key, keyNotation)}:`;
