import { get, objectEntries, objectKeys, property } from "../../value/collection.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { isArray, isObjectValue, isSet, type ObjectValue, type SetValue, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { unionOf } from "./object-union.js";
import { isSubset } from "./subset.js";

/** Builtins of objects. */
export const objectBuiltins: readonly BuiltinDefinition[] = [
  { name: "object.get", signature: "object: object[any: any], key: any, default: any -> value: any", call: getOr },
  { name: "object.keys", signature: "object: object[any: any] -> value: set[any]", call: keySet },
  {
    name: "object.union",
    signature: "a: object[any: any], b: object[any: any] -> output: any",
    newerResult: "output: object[any: any]",
    call: union,
  },
  {
    name: "object.union_n",
    signature: "objects: array[object[any: any]] -> output: any",
    newerResult: "output: object[any: any]",
    call: unionMany,
  },
  {
    name: "object.remove",
    signature: "object: object[any: any], keys: array[any]|object[any: any]|set[any] -> output: any",
    newerResult: "output: object[any: any]",
    call: remove,
  },
  {
    name: "object.filter",
    signature: "object: object[any: any], keys: array[any]|object[any: any]|set[any] -> filtered: any",
    newerResult: "filtered: object[any: any]",
    call: filter,
  },
  {
    name: "object.subset",
    signature: "super: array[any]|object[any: any]|set[any], sub: array[any]|object[any: any]|set[any] -> result: any",
    newerResult: "result: boolean",
    call: isSubset,
  },
];

/** A key that is an array is a path; the empty path is the object itself. */
function getOr(operands: Operands): Value {
  const object = operands.object(1);
  const key = operands.value(2);
  const found = isArray(key) ? getPath(object, key) : property(object, key);
  return found === undefined ? operands.value(3) : found;
}

function getPath(object: ObjectValue, path: readonly Value[]): Value | undefined {
  let value: Value | undefined = object;
  for (const key of path) {
    value = get(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}

function keySet(operands: Operands): RegoSet {
  return new RegoSet(objectKeys(operands.object(1)));
}

function union(operands: Operands, context: BuiltinContext): Value {
  return unionOf([operands.object(1), operands.object(2)], context);
}

function unionMany(operands: Operands, context: BuiltinContext): Value {
  const list = operands.array(1);
  const objects = list.map((member) => {
    if (isObjectValue(member)) return member;
    throw operands.memberMismatch(1, list, member, "object");
  });
  return unionOf(objects, context);
}

function remove(operands: Operands, context: BuiltinContext): RegoObject {
  const removed = keysOf(operands);
  return where(operands.object(1), (key) => !removed.has(key), context);
}

function filter(operands: Operands, context: BuiltinContext): RegoObject {
  const kept = keysOf(operands);
  return where(operands.object(1), (key) => kept.has(key), context);
}

function where(object: ObjectValue, keeps: (key: Value) => boolean, context: BuiltinContext): RegoObject {
  const result = new RegoObject();
  for (const [key, value] of objectEntries(object)) if (keeps(key)) result.set(key, value);
  context.charge(result.size);
  return result;
}

/** The second operand as a set: the members of an array or set, the keys of an object. */
function keysOf(operands: Operands): SetValue {
  operands.object(1);
  const keys = operands.value(2);
  if (isSet(keys)) return keys;
  if (isArray(keys)) return new RegoSet(keys);
  if (isObjectValue(keys)) return new RegoSet(objectKeys(keys));
  throw operands.mismatch(2, keys, "object", "set", "array");
}
