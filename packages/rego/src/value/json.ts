import { jsonEntries } from "./json-text.js";
import { BigNumber, isNumber, numberKey } from "./number.js";
import { setOwn } from "./own-property.js";
import { type Collection, isArray, isCollection, isSet, type Value } from "./value.js";

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

/** A collection under construction: an array, or an object, as a target of members. */
type Target = Json[] | Record<string, Json>;

/**
 * Turns a value into JSON: a set becomes a sorted array, a key that is not a string its compact JSON text.
 *
 * Source: rego.md, section 3.7.
 */
export function toJson(value: Value): Json {
  const pending: (readonly [Collection, Target])[] = [];
  const root = convert(value, pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) fill(...next, pending);
  return root;
}

function convert(value: Value, pending: (readonly [Collection, Target])[]): Json {
  if (isNumber(value)) return jsonNumber(value);
  if (!isCollection(value)) return value;
  const target: Target = isArray(value) || isSet(value) ? [] : {};
  pending.push([value, target]);
  return target;
}

function jsonNumber(value: number | bigint | BigNumber): Json {
  if (!(value instanceof BigNumber)) return value;
  const exact = numberKey(value);
  return typeof exact === "string" ? value : exact;
}

function fill(source: Collection, target: Target, pending: (readonly [Collection, Target])[]): void {
  if (Array.isArray(target)) {
    const members = isSet(source) ? source.sorted() : source;
    if (isArray(members)) for (const member of members) target.push(convert(member, pending));
    return;
  }
  if (isArray(source) || isSet(source)) return;
  for (const [key, value] of jsonEntries(source)) setOwn(target, key, convert(value, pending));
}
