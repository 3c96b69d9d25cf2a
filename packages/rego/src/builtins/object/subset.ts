import { objectEntries, property } from "../../value/collection.js";
import { equal } from "../../value/compare.js";
import { RegoSet } from "../../value/set.js";
import { isArray, isObjectValue, isSet, type ObjectValue, type Value } from "../../value/value.js";
import type { Operands } from "../operands.js";

/** Whether the second operand is contained in the first: keys of objects deeply, members of sets, a run of an array. */
export function isSubset(operands: Operands): boolean {
  const [whole, part] = [operands.value(1), operands.value(2)];
  if (isObjectValue(whole) && isObjectValue(part)) return isSubObject(whole, part);
  if (isSet(whole) && isSet(part)) return part.isSubsetOf(whole);
  if (isArray(whole) && isArray(part)) return isRun(whole, part);
  if (isArray(whole) && isSet(part)) return whole.length > 0 && part.isSubsetOf(new RegoSet(whole));
  throw operands.typeFault("both arguments object.subset must be of the same type or array and set");
}

/** Pairs of objects are walked in a list, so that depth is no burden. */
function isSubObject(whole: ObjectValue, part: ObjectValue): boolean {
  const pending: (readonly [ObjectValue, ObjectValue])[] = [[whole, part]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    if (!hasEntries(...pair, pending)) return false;
  }
  return true;
}

function hasEntries(whole: ObjectValue, part: ObjectValue, pending: (readonly [ObjectValue, ObjectValue])[]): boolean {
  for (const [key, value] of objectEntries(part)) {
    const found = property(whole, key);
    if (found === undefined) return false;
    if (isObjectValue(found) && isObjectValue(value)) pending.push([found, value]);
    else if (!isInside(found, value)) return false;
  }
  return true;
}

function isInside(whole: Value, part: Value): boolean {
  if (isSet(whole) && isSet(part)) return part.isSubsetOf(whole);
  if (isArray(whole) && isArray(part)) return isRun(whole, part);
  return equal(whole, part);
}

/** Whether the part stands somewhere in the whole without a gap. */
function isRun(whole: readonly Value[], part: readonly Value[]): boolean {
  for (let start = 0; start + part.length <= whole.length; start += 1) {
    if (part.every((value, index) => equal(value, whole[start + index] ?? null))) return true;
  }
  return false;
}
