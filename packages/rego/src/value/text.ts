import { objectKeys, property } from "./collection.js";
import { type Notation, type Written, write } from "./notation.js";
import { isNumber, numberText } from "./number.js";
import { quote } from "./quote.js";
import { type Collection, isArray, isSet, type Value } from "./value.js";

/**
 * The text form of a value: what `%v`, template strings, `print` and error messages show of a collection. A string is quoted;
 * callers that show a string at the top level plain do so themselves.
 *
 * Source: rego.md, section 3.6.
 */
export const toText = (value: Value): string => write(value, textNotation);

const textNotation: Notation = { separator: ", ", scalar, collection };

function scalar(value: Exclude<Value, Collection>): string {
  if (typeof value === "string") return quote(value);
  return isNumber(value) ? numberText(value) : String(value);
}

function collection(value: Collection): Written {
  if (isArray(value)) return { open: "[", values: value, close: "]" };
  if (isSet(value)) return value.size === 0 ? emptySet : { open: "{", values: value.sorted(), close: "}" };
  const keys = objectKeys(value);
  const values = keys.map((key) => property(value, key) ?? null);
  return { open: "{", labels: keys.map((key) => `${toText(key)}: `), values, close: "}" };
}

const emptySet: Written = { open: "set(", values: [], close: ")" };
