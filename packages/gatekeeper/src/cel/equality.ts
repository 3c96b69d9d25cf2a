import {
  CelDuration,
  CelList,
  CelMap,
  CelOptional,
  CelTimestamp,
  CelTypeValue,
  CelUint,
  type CelValue,
  OpaqueValue,
} from "./cel-value.js";
import type { Effort } from "./effort.js";
import { compareNumbers, isNumber } from "./ordering.js";

const equalBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const equalLists = (one: CelList, other: CelList, effort: Effort): boolean => {
  if (one.size !== other.size) return false;
  const ordered = one.inOrderOf(other) ?? other;
  for (let index = 0; index < one.size; index += 1) {
    const [left, right] = [one.at(index), ordered.at(index)];
    if (left === undefined || right === undefined || !isEqual(left, right, effort)) return false;
  }
  return true;
};

const equalMaps = (one: CelMap, other: CelMap, effort: Effort): boolean => {
  if (one.size !== other.size) return false;
  return one.keys().every((key) => {
    const [left, right] = [one.find(key), other.find(key)];
    // A field that is null may count as absent.
    if (left === undefined || right === undefined) return left === right;
    return isEqual(left, right, effort);
  });
};

const equalOptionals = (one: CelOptional, other: CelOptional, effort: Effort): boolean => {
  if (one.value === undefined || other.value === undefined) return one.value === other.value;
  return isEqual(one.value, other.value, effort);
};

const equalObjects = (one: CelValue, other: CelValue, effort: Effort): boolean => {
  if (one instanceof CelList) return other instanceof CelList && equalLists(one, other, effort);
  if (one instanceof CelMap) return other instanceof CelMap && equalMaps(one, other, effort);
  if (one instanceof Uint8Array) return other instanceof Uint8Array && equalBytes(one, other);
  if (one instanceof CelDuration) return other instanceof CelDuration && one.nanoseconds === other.nanoseconds;
  if (one instanceof CelTimestamp) return other instanceof CelTimestamp && one.nanoseconds === other.nanoseconds;
  if (one instanceof CelOptional) return other instanceof CelOptional && equalOptionals(one, other, effort);
  if (one instanceof CelTypeValue) return other instanceof CelTypeValue && one.described.name === other.described.name;
  return one instanceof OpaqueValue && other instanceof OpaqueValue && one.equals(other);
};

/**
 * Whether two values are equal. Numbers are compared by what they amount to, whatever their type; values of other types that
 * differ are not equal, which is no error.
 *
 * @param effort - counts every pair of values; when it is spent the answer means nothing
 */
export const isEqual = (one: CelValue, other: CelValue, effort: Effort): boolean => {
  if (!effort.step()) return false;
  if (isNumber(one) && isNumber(other)) return compareNumbers(one, other) === 0;
  if (typeof one !== "object" || one === null || one instanceof CelUint) return one === other;
  return equalObjects(one, other, effort);
};
