import { certain } from "./certain.js";
import { compareNumbers, isNumber } from "./number.js";
import { sortedKeys } from "./sorted-keys.js";
import { compareText } from "./text-order.js";
import { type Collection, isArray, isCollection, isRegoObject, isSet, type Value } from "./value.js";

export { equal } from "./equal.js";

/**
 * The total order: null, booleans, numbers, strings, arrays, objects, sets; within a type by value.
 *
 * Source: rego.md, section 3.3. Values of any depth are compared without exhausting the stack.
 *
 * @returns negative, zero or positive
 */
export const compare = (left: Value, right: Value): number => compareAt(left, right, 0);

/** Beyond this depth open collections are kept in a list instead of on the stack. */
const deepestCall = 100;

function compareAt(left: Value, right: Value, depth: number): number {
  if (left === right) return 0;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  const byType = rankOf(left) - rankOf(right);
  if (byType !== 0) return byType;
  if (isCollection(left) && isCollection(right)) {
    return depth > deepestCall ? compareDeep(left, right) : compareMembers(members(left), members(right), depth + 1);
  }
  return isNumber(left) && isNumber(right) ? compareNumbers(left, right) : Number(left) - Number(right);
}

function rankOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return 1;
  if (isNumber(value)) return 2;
  if (typeof value === "string") return 3;
  if (isArray(value)) return 4;
  return isSet(value) ? 6 : 5;
}

interface Frame {
  readonly left: readonly Value[];
  readonly right: readonly Value[];
  next: number;
}

function compareMembers(left: readonly Value[], right: readonly Value[], depth: number): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareAt(left[index] ?? null, right[index] ?? null, depth);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareDeep(left: Collection, right: Collection): number {
  const open: Frame[] = [frameOf(left, right)];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const difference = advance(frame, open);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Compares members up to the next pair of collections of one type, which becomes the innermost frame. */
function advance(frame: Frame, open: Frame[]): number {
  const length = Math.min(frame.left.length, frame.right.length);
  while (frame.next < length) {
    const left = certain(frame.left[frame.next], "member");
    const right = certain(frame.right[frame.next], "member");
    frame.next += 1;
    if (left === right) continue;
    if (isCollection(left) && isCollection(right) && rankOf(left) === rankOf(right)) {
      open.push(frameOf(left, right));
      return 0;
    }
    const difference = compare(left, right);
    if (difference !== 0) return difference;
  }
  open.pop();
  return frame.left.length - frame.right.length;
}

const frameOf = (left: Collection, right: Collection): Frame => ({
  left: members(left),
  right: members(right),
  next: 0,
});

/** A collection as a list whose lexicographic order is the order of the collection: an object is key, value, key, value… */
function members(value: Collection): readonly Value[] {
  if (isArray(value)) return value;
  if (isSet(value)) return value.sorted();
  if (isRegoObject(value)) return value.keys().flatMap((key) => [key, value.get(key) ?? null]);
  const list: Value[] = [];
  for (const key of sortedKeys(value)) list.push(key, value[key] ?? null);
  return list;
}
