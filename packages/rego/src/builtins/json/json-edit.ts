import { objectEntries, property, sizeOf } from "../../value/collection.js";
import { equal } from "../../value/compare.js";
import { isIntegerText, isNumber, toSafeInteger } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { toText } from "../../value/text.js";
import { typeNameOf } from "../../value/type-name.js";
import { type Collection, isArray, isCollection, isSet, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { Operands } from "../operands.js";
import type { JsonPath } from "./json-path.js";

/** What an edit needs to report faults and to count its work. */
export interface Editor {
  readonly operands: Operands;
  readonly context: BuiltinContext;
}

/** The value that a path leads to. */
export function valueAt(document: Value, path: JsonPath, editor: Editor): Value {
  let value = document;
  for (const key of path) value = childOf(value, key, editor);
  return value;
}

/** A copy of the document with a value added at a path; the empty path replaces all. */
export function insertAt(document: Value, path: JsonPath, value: Value, editor: Editor): Value {
  return editAt(document, path, editor, (container, key) => insert(container, key, value, editor)) ?? value;
}

/** A copy of the document without what a path leads to; undefined when that is all of it. */
export const removeAt = (document: Value, path: JsonPath, editor: Editor): Value | undefined =>
  editAt(document, path, editor, (container, key) => remove(container, key, editor));

/** Changes the innermost container and copies those around it; undefined for the empty path. */
function editAt(
  document: Value,
  path: JsonPath,
  editor: Editor,
  edit: (container: Value, key: Value) => Value,
): Value | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const around: Value[] = [];
  let container = document;
  for (const key of path.slice(0, -1)) {
    around.push(container);
    container = childOf(container, key, editor);
  }
  let result = edit(container, last);
  for (let depth = around.length - 1; depth >= 0; depth -= 1) {
    result = withChild(around[depth] ?? null, path[depth] ?? null, result, editor);
  }
  return result;
}

function childOf(container: Value, key: Value, editor: Editor): Value {
  const collection = composite(container, editor, ` for path ${toText(key)}`);
  if (isArray(collection)) {
    const index = indexOf(key, collection.length, editor);
    const member = index < 0 ? undefined : collection[index];
    if (member === undefined) throw absent(String(index), collection, editor);
    return member;
  }
  const child = isSet(collection) ? collection.find(key) : property(collection, key);
  if (child === undefined) throw absent(toText(key), collection, editor);
  return child;
}

function composite(value: Value, { operands }: Editor, place = ""): Collection {
  if (isCollection(value)) return value;
  const name = typeNameOf(value);
  const goName = `ast.${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  throw operands.fault(`expected composite type${place}, found value: ${toText(value)} (type: ${goName})`);
}

const absent = (key: string, collection: Collection, { operands }: Editor): ReturnType<Operands["fault"]> =>
  operands.fault(`path ${key} does not exist in ${typeNameOf(collection)} term ${toText(collection)}`);

/** The index that a segment names; a minus stands for the end. */
function indexOf(key: Value, length: number, { operands, context }: Editor): number {
  if (isNumber(key)) {
    const index = isIntegerText(key) || context.reference !== "1.17" ? toSafeInteger(key) : undefined;
    if (index === undefined) throw operands.fault("invalid number type for indexing");
    return index;
  }
  if (typeof key !== "string") throw operands.fault("invalid type for indexing");
  if (key === "-") return length;
  if (/^0./.test(key)) throw operands.fault("leading zeros are not allowed in JSON paths");
  if (/^[+-]?\d+$/.test(key)) return Number(key);
  if (context.reference !== "1.17" && /^[+-]?\d+\.0+$/.test(key)) return Number(key);
  throw operands.fault("invalid string for indexing");
}

function insert(container: Value, key: Value, value: Value, editor: Editor): Value {
  const collection = composite(container, editor);
  editor.context.charge(sizeOf(collection) ?? 0);
  if (isArray(collection)) {
    const index = indexOf(key, collection.length, editor);
    if (index < 0 || index > collection.length) throw editor.operands.fault("index for array insertion out of bounds");
    return collection.toSpliced(index, 0, value);
  }
  if (!isSet(collection)) return new RegoObject([...objectEntries(collection), [key, value]]);
  if (!equal(key, value)) {
    throw editor.operands.fault(`set key ${toText(key)} does not equal value to be inserted ${toText(value)}`);
  }
  return new RegoSet([...collection.values(), value]);
}

function remove(container: Value, key: Value, editor: Editor): Value {
  const collection = composite(container, editor);
  editor.context.charge(sizeOf(collection) ?? 0);
  if (isArray(collection)) {
    const index = indexOf(key, collection.length, editor);
    if (index < 0 || index >= collection.length) throw editor.operands.fault("index for array delete out of bounds");
    return collection.toSpliced(index, 1);
  }
  const child = isSet(collection) ? collection.find(key) : property(collection, key);
  if (child === undefined) throw editor.operands.fault(`cannot delete child key ${toText(key)} that does not exist`);
  if (isSet(collection)) return collection.difference(new RegoSet([key]));
  return new RegoObject([...objectEntries(collection)].filter(([other]) => !equal(other, key)));
}

/** A copy of a container with another child in the place of the one at the key. */
function withChild(container: Value, key: Value, child: Value, editor: Editor): Value {
  const collection = composite(container, editor);
  editor.context.charge(sizeOf(collection) ?? 0);
  if (isArray(collection)) return collection.with(indexOf(key, collection.length, editor), child);
  if (isSet(collection)) return new RegoSet([...collection.difference(new RegoSet([key])).values(), child]);
  return new RegoObject([...objectEntries(collection), [key, child]]);
}
