import { certain } from "../value/certain.js";
import { objectKeys, property } from "../value/collection.js";
import { equal } from "../value/equal.js";
import { RegoObject } from "../value/object.js";
import { isObjectValue, type ObjectValue, type Value } from "../value/value.js";

/** What becomes of a key that both sides have with values that cannot be merged. */
export type OnClash = (left: Value, right: Value) => Value;

/** Merges two values deeply; what are not two objects goes to `onClash` unless it is equal. */
export function mergeValues(left: Value, right: Value, onClash: OnClash): Value {
  if (isObjectValue(left) && isObjectValue(right)) return mergeObjects(left, right, onClash);
  return equal(left, right) ? left : onClash(left, right);
}

function mergeObjects(left: ObjectValue, right: ObjectValue, onClash: OnClash): Value {
  const merged = new RegoObject();
  for (const key of objectKeys(left)) {
    const own = certain(property(left, key), "member");
    const other = property(right, key);
    merged.set(key, other === undefined ? own : mergeValues(own, other, onClash));
  }
  for (const key of objectKeys(right)) {
    const value = property(right, key);
    if (value !== undefined && !merged.has(key)) merged.set(key, value);
  }
  return merged;
}
