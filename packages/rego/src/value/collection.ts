import { certain } from "./certain.js";
import { property } from "./equal.js";
import { sortedKeys } from "./sorted-keys.js";
import { isArray, isCollection, isRegoObject, isSet, type ObjectValue, type SetValue, type Value } from "./value.js";

export { property } from "./equal.js";
export { sortedKeys } from "./sorted-keys.js";

/**
 * What a reference `collection[key]` finds: the element of an array, the value of an object's own key, the member of a set;
 * undefined when there is none or the value is a scalar.
 */
export function get(collection: Value, key: Value): Value | undefined {
  if (isArray(collection)) return element(collection, key);
  if (!isCollection(collection)) return undefined;
  return isSet(collection) ? collection.find(key) : property(collection, key);
}

/** A number written as `1.0` or `1e0` is no index: OPA reads the text as a machine integer. */
const element = (array: readonly Value[], key: Value): Value | undefined =>
  typeof key === "number" && key >= 0 && Number.isInteger(key) ? array[key] : undefined;

/** The number of members, or undefined for a scalar. */
export function sizeOf(value: Value): number | undefined {
  if (!isCollection(value)) return undefined;
  if (isArray(value)) return value.length;
  return isSet(value) || isRegoObject(value) ? value.size : Object.keys(value).length;
}

/** What `collection[key]` enumerates, in order: indexes, keys, members; nothing for a scalar. */
export function keysOf(value: Value): readonly Value[] {
  if (!isCollection(value)) return [];
  if (isArray(value)) return Array.from(value.keys());
  if (isSet(value)) return value.sorted();
  return objectKeys(value);
}

/** The keys of an object in order. */
export const objectKeys = (object: ObjectValue): readonly Value[] =>
  isRegoObject(object) ? object.keys() : sortedKeys(object);

/** The entries of an object in the order of its keys. */
export function* objectEntries(object: ObjectValue): Generator<readonly [Value, Value]> {
  for (const key of objectKeys(object)) {
    yield [key, certain(property(object, key), "value of a key")];
  }
}

/** The members of an array or a set, in order. */
export const membersOf = (collection: readonly Value[] | SetValue): readonly Value[] =>
  isArray(collection) ? collection : collection.sorted();
