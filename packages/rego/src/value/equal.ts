import { compareNumbers, isNumber } from "./number.js";
import {
  type BuiltObject,
  type Collection,
  isArray,
  isCollection,
  isPlainObject,
  isRegoObject,
  isSet,
  type ObjectValue,
  type PlainObject,
  type Value,
} from "./value.js";

/** Pairs that must be equal, left and right in turn. */
type Pairs = Value[];

/**
 * Whether two values are equal: deeply, numbers by value, sets and objects regardless of order.
 *
 * Source: rego.md, section 3.2. Values of any depth are compared without exhausting the stack.
 */
export function equal(left: Value, right: Value): boolean {
  return left === right || equalAt(left, right, 0);
}

/** Beyond this depth open pairs are kept in a list instead of on the stack. */
const deepestCall = 100;

function equalAt(left: Value, right: Value, depth: number): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return equalScalars(left, right);
  }
  if (depth > deepestCall) return equalDeep(left, right);
  if (isArray(left)) return isArray(right) && equalArraysAt(left, right, depth + 1);
  if (isPlainObject(left) && isPlainObject(right)) return equalPlainAt(left, right, depth + 1);
  if (isRegoObject(left) && isRegoObject(right)) return equalRegoObjectsAt(left, right, depth + 1);
  return equalDeep(left, right);
}

function equalArraysAt(left: readonly Value[], right: readonly Value[], depth: number): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!equalAt(left[index] ?? null, right[index] ?? null, depth)) return false;
  }
  return true;
}

function equalPlainAt(left: PlainObject, right: PlainObject, depth: number): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    const value = left[key];
    if (value === undefined || !Object.hasOwn(right, key) || !equalAt(value, right[key] ?? null, depth)) return false;
  }
  return true;
}

function equalRegoObjectsAt(left: BuiltObject, right: BuiltObject, depth: number): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left.entries()) {
    const other = right.get(key);
    if (other === undefined || !equalAt(value, other, depth)) return false;
  }
  return true;
}

function equalDeep(left: Value, right: Value): boolean {
  if (!isCollection(left) || !isCollection(right)) return equalScalars(left, right);
  const pairs: Pairs = [];
  if (!equalOutside(left, right, pairs)) return false;
  while (pairs.length > 0) {
    const rightMember = pairs.pop() ?? null;
    const leftMember = pairs.pop() ?? null;
    if (leftMember === rightMember) continue;
    const areCollections = isCollection(leftMember) && isCollection(rightMember);
    if (!areCollections && !equalScalars(leftMember, rightMember)) return false;
    if (areCollections && !equalOutside(leftMember, rightMember, pairs)) return false;
  }
  return true;
}

const equalScalars = (left: Value, right: Value): boolean =>
  left === right || (isNumber(left) && isNumber(right) && compareNumbers(left, right) === 0);

/** Compares kind, size and keys; what is inside is left as pairs. */
function equalOutside(left: Collection, right: Collection, pairs: Pairs): boolean {
  if (isArray(left)) return isArray(right) && equalArrays(left, right, pairs);
  if (isSet(left)) return isSet(right) && left.size === right.size && left.isSubsetOf(right);
  return !isArray(right) && !isSet(right) && equalObjects(left, right, pairs);
}

function equalArrays(left: readonly Value[], right: readonly Value[], pairs: Pairs): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) pairs.push(left[index] ?? null, right[index] ?? null);
  return true;
}

function equalObjects(left: ObjectValue, right: ObjectValue, pairs: Pairs): boolean {
  const entries = isRegoObject(left) ? [...left.entries()] : Object.entries(left);
  const size = isRegoObject(right) ? right.size : Object.keys(right).length;
  if (entries.length !== size) return false;
  for (const [key, value] of entries) {
    const other = property(right, key);
    if (other === undefined) return false;
    pairs.push(value, other);
  }
  return true;
}

/** The value of a key of an object; a JSON object has only own string keys. */
export function property(object: ObjectValue, key: Value): Value | undefined {
  if (isRegoObject(object)) return object.get(key);
  return typeof key === "string" && Object.hasOwn(object, key) ? object[key] : undefined;
}
