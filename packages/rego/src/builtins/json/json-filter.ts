import { objectEntries, property } from "../../value/collection.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { isArray, isCollection, isObjectValue, isSet, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { type JsonPath, readPaths } from "./json-path.js";

/** Builtins that keep or remove parts of an object. Source: rego.md, section 10.6. */
export const jsonFilterBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "json.filter",
    signature: "object: object[any: any], paths: array[string|array[any]]|set[string|array[any]] -> filtered: any",
    newerResult: "filtered: object[any: any]",
    call: filter,
  },
  {
    name: "json.remove",
    signature: "object: object[any: any], paths: array[string|array[any]]|set[string|array[any]] -> output: any",
    newerResult: "output: object[any: any]",
    call: remove,
  },
];

function filter(operands: Operands, context: BuiltinContext): Value {
  const object = operands.object(1);
  return keep(object, treeOf(readPaths(operands), operands), context);
}

function remove(operands: Operands, context: BuiltinContext): Value {
  const object = operands.object(1);
  return without(object, treeOf(readPaths(operands), operands), context) ?? null;
}

/** Deeper paths than any document has would only exhaust the stack. */
const maximumDepth = 1_000;

/** Paths as a tree of objects; null marks where a path ends. A path that begins another one hides it. */
function treeOf(list: readonly JsonPath[], operands: Operands): RegoObject {
  const root = new RegoObject();
  for (const path of list) {
    if (path.length > maximumDepth) throw operands.fault(`path of ${path.length} segments is too long`);
    addPath(root, path);
  }
  return root;
}

function addPath(root: RegoObject, path: JsonPath): void {
  let node = root;
  for (const segment of path.slice(0, -1)) {
    const child = node.get(segment);
    if (child === null) return;
    const next = child instanceof RegoObject ? child : new RegoObject();
    if (child === undefined) node.set(segment, next);
    node = next;
  }
  const last = path.at(-1);
  if (last !== undefined) node.set(last, null);
}

/** What the paths lead to; everything below where a path ends. */
function keep(value: Value, tree: Value, context: BuiltinContext): Value {
  if (!(tree instanceof RegoObject) || !isCollection(value)) return value;
  context.charge(1 + tree.size);
  if (isArray(value)) return value.flatMap((member, index) => kept(member, tree.get(String(index)), context));
  if (isSet(value)) return new RegoSet(value.sorted().flatMap((member) => kept(member, tree.get(member), context)));
  const result = new RegoObject();
  for (const key of tree.keys()) {
    const member = property(value, key);
    const branch = tree.get(key);
    if (member !== undefined && branch !== undefined) result.set(key, keep(member, branch, context));
  }
  return result;
}

const kept = (member: Value, branch: Value | undefined, context: BuiltinContext): readonly Value[] =>
  branch === undefined ? [] : [keep(member, branch, context)];

/** The value without what the paths lead to; undefined when a path ends here. */
function without(value: Value, tree: Value | undefined, context: BuiltinContext): Value | undefined {
  if (tree === null) return undefined;
  if (!(tree instanceof RegoObject) || !isCollection(value)) return value;
  if (isObjectValue(value)) return objectWithout(value, tree, context);
  const members = isSet(value) ? value.sorted() : value;
  context.charge(1 + members.length);
  const rest = members.flatMap((member, index) => {
    const left = without(member, tree.get(isSet(value) ? member : String(index)), context);
    return left === undefined ? [] : [left];
  });
  return isSet(value) ? new RegoSet(rest) : rest;
}

function objectWithout(
  value: Parameters<typeof objectEntries>[0],
  tree: RegoObject,
  context: BuiltinContext,
): RegoObject {
  const result = new RegoObject();
  for (const [key, member] of objectEntries(value)) {
    const left = without(member, tree.get(key), context);
    if (left !== undefined) result.set(key, left);
  }
  context.charge(1 + result.size);
  return result;
}
