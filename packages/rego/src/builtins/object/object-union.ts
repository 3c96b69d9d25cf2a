import { objectKeys, property } from "../../value/collection.js";
import { RegoObject } from "../../value/object.js";
import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";

/** A place in the result and the objects that are merged there, the weightiest first. */
interface Merge {
  readonly target: RegoObject;
  readonly sources: readonly ObjectValue[];
}

/**
 * Merges objects deeply, a later one winning over an earlier one: where it has something other than an object, that replaces
 * everything before it.
 */
export function unionOf(objects: readonly ObjectValue[], context: BuiltinContext): RegoObject {
  const result = new RegoObject();
  const pending: Merge[] = [{ target: result, sources: objects.toReversed() }];
  for (let merge = pending.pop(); merge !== undefined; merge = pending.pop()) fill(merge, pending, context);
  return result;
}

function fill({ target, sources }: Merge, pending: Merge[], context: BuiltinContext): void {
  for (const source of sources) {
    const keys = objectKeys(source);
    context.charge(keys.length);
    for (const key of keys) if (!target.has(key)) target.set(key, valueAt(key, sources, pending));
  }
}

/** The weightiest value of a key; objects at the front are merged later, in a place of their own. */
function valueAt(key: Value, sources: readonly ObjectValue[], pending: Merge[]): Value {
  const values = sources.map((source) => property(source, key)).filter((value) => value !== undefined);
  const end = values.findIndex((value) => !isObjectValue(value));
  const objects = values.slice(0, end < 0 ? values.length : end).filter(isObjectValue);
  if (objects.length < 2) return values[0] ?? null;
  const target = new RegoObject();
  pending.push({ target, sources: objects });
  return target;
}
