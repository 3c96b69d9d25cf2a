import type { Json } from "@ostiary/rules";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import type { PatchOperation } from "./json-patch.js";
import { parsePointer } from "./json-pointer.js";
import { isEqual } from "./value-equality.js";

/** Any operation of RFC 6902. */
export type AnyPatchOperation =
  | PatchOperation
  | { readonly op: "test"; readonly path: string; readonly value: Json }
  | { readonly op: "move" | "copy"; readonly path: string; readonly from: string };

type Pointer = readonly string[];

type Objects = { readonly [name: string]: Json };

type Holder = Objects | readonly Json[];

/** Makes of what holds the value at a step something that holds another. */
type Edit = (holder: Holder, step: string) => Outcome<Json>;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json | undefined): value is Objects =>
  typeof value === "object" && value !== null && !isList(value);

const patchFault = (message: string): { readonly ok: false; readonly error: Fault } => fail("invalid-patch", message);

/**
 * Applies a patch. The document is not changed: the result shares with it what is unchanged.
 *
 * @param operations - all of them, or none if one cannot be applied
 * @source RFC 6902
 */
export const applyPatch = (document: Json, operations: readonly AnyPatchOperation[]): Outcome<Json> => {
  let current = document;
  for (const [index, operation] of operations.entries()) {
    const outcome = applyOperation(current, operation);
    if (!outcome.ok) return patchFault(`operation ${index}: ${outcome.error.message}`);
    current = outcome.value;
  }
  return succeed(current);
};

const applyOperation = (document: Json, operation: AnyPatchOperation): Outcome<Json> => {
  const path = readPointer(operation.path);
  if (!path.ok) return path;
  switch (operation.op) {
    case "add":
      return add(document, path.value, operation.value);
    case "replace":
      return replace(document, path.value, operation.value);
    case "remove":
      return editAt(document, path.value, removeStep);
    case "test":
      return test(document, path.value, operation.value);
    case "move":
    case "copy":
      return transfer(document, operation.op, operation.from, path.value);
    default:
      return patchFault("unknown operation");
  }
};

const readPointer = (text: unknown): Outcome<Pointer> => {
  const pointer = typeof text === "string" ? parsePointer(text) : undefined;
  return pointer === undefined ? patchFault("a path is no JSON Pointer") : succeed(pointer);
};

const test = (document: Json, path: Pointer, value: Json): Outcome<Json> => {
  const found = find(document, path);
  if (found === undefined) return missing(path);
  return isEqual(found, value) ? succeed(document) : patchFault(`the value at \`${path.join("/")}\` is another one`);
};

const transfer = (document: Json, op: "move" | "copy", from: string, path: Pointer): Outcome<Json> => {
  const source = readPointer(from);
  if (!source.ok) return source;
  const value = find(document, source.value);
  if (value === undefined) return missing(source.value);
  if (op === "copy") return add(document, path, value);
  const isInside = path.length > source.value.length && source.value.every((step, depth) => step === path[depth]);
  if (isInside) return patchFault("a value cannot move into itself");
  if (source.value.length === 0) return succeed(document);
  return andThen(editAt(document, source.value, removeStep), (rest) => add(rest, path, value));
};

const missing = (path: Pointer): ReturnType<typeof fail> => patchFault(`there is nothing at \`${path.join("/")}\``);

const add = (document: Json, path: Pointer, value: Json): Outcome<Json> =>
  path.length === 0 ? succeed(value) : editAt(document, path, (holder, step) => addStep(holder, step, value));

const replace = (document: Json, path: Pointer, value: Json): Outcome<Json> =>
  path.length === 0 ? succeed(value) : editAt(document, path, (holder, step) => replaceStep(holder, step, value));

const find = (document: Json, path: Pointer): Json | undefined => {
  let current: Json | undefined = document;
  for (const step of path) current = valueAt(current, step);
  return current;
};

const INDEX = /^(0|[1-9][0-9]{0,8})$/;

const valueAt = (holder: Json | undefined, step: string): Json | undefined => {
  if (isList(holder)) return INDEX.test(step) ? holder[Number(step)] : undefined;
  return isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
};

/** Edits what holds the last step of a path, and puts the result into copies of all that hold it. */
const editAt = (document: Json, path: Pointer, edit: Edit): Outcome<Json> => {
  const places: { readonly holder: Holder; readonly step: string }[] = [];
  let current: Json | undefined = document;
  for (const step of path) {
    if (!isList(current) && !isObject(current)) return missing(path.slice(0, places.length + 1));
    places.push({ holder: current, step });
    current = valueAt(current, step);
  }
  let result: Outcome<Json> | undefined;
  for (const { holder, step } of places.toReversed()) {
    const inner = result;
    result = inner === undefined ? edit(holder, step) : andThen(inner, (value) => replaceStep(holder, step, value));
  }
  return result ?? patchFault("the whole document cannot be removed");
};

const andThen = <Value>(outcome: Outcome<Value>, next: (value: Value) => Outcome<Json>): Outcome<Json> =>
  outcome.ok ? next(outcome.value) : outcome;

const addStep = (holder: Holder, step: string, value: Json): Outcome<Json> => {
  if (!isList(holder)) return succeed({ ...holder, [step]: value });
  const index = step === "-" ? holder.length : Number(step);
  if (step !== "-" && (!INDEX.test(step) || index > holder.length)) return missing([step]);
  return succeed(holder.toSpliced(index, 0, value));
};

const replaceStep = (holder: Holder, step: string, value: Json): Outcome<Json> => {
  if (valueAt(holder, step) === undefined) return missing([step]);
  return succeed(isList(holder) ? holder.with(Number(step), value) : { ...holder, [step]: value });
};

const removeStep: Edit = (holder, step) => {
  if (valueAt(holder, step) === undefined) return missing([step]);
  if (isList(holder)) return succeed(holder.toSpliced(Number(step), 1));
  return succeed(Object.fromEntries(Object.entries(holder).filter(([name]) => name !== step)));
};
