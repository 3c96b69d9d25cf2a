import { membersOf } from "./collection.js";
import { jsonEntries } from "./json-text.js";
import { BigNumber, isNumber, numberKey } from "./number.js";
import { setOwn } from "./own-property.js";
import { isArray, isCollection, isSet, type Value } from "./value.js";

export { fromJson } from "./from-json.js";
export { parseJson, readJson } from "./json-reader.js";
export { jsonText } from "./json-text.js";

/**
 * A value as JSON. A number is a JavaScript number or a bigint where that loses nothing, otherwise a `BigNumber`, whose `text`
 * has all the digits.
 */
export type Json = null | boolean | number | bigint | BigNumber | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Turns a value into JSON: a set becomes a sorted array, a key that is not a string its compact JSON text.
 *
 * Source: rego.md, section 3.7.
 */
export function toJson(value: Value): Json {
  const pending: (() => void)[] = [];
  const root = convert(value, pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) next();
  return root;
}

/** What is inside collections waits, so that no depth exhausts the stack. */
function convert(value: Value, pending: (() => void)[]): Json {
  if (isNumber(value)) return jsonNumber(value);
  if (!isCollection(value)) return value;
  if (isArray(value) || isSet(value)) {
    const list: Json[] = [];
    pending.push(() => {
      for (const member of membersOf(value)) list.push(convert(member, pending));
    });
    return list;
  }
  const object: Record<string, Json> = {};
  pending.push(() => {
    for (const [key, member] of jsonEntries(value)) setOwn(object, key, convert(member, pending));
  });
  return object;
}

function jsonNumber(value: number | bigint | BigNumber): Json {
  if (!(value instanceof BigNumber)) return value;
  const exact = numberKey(value);
  return typeof exact === "string" ? value : exact;
}
