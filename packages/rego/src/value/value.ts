import { BigNumber, type RegoNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";

/** Any value of the language. The absence of a value is `undefined`, which is no value. */
export type Value = null | boolean | string | RegoNumber | readonly Value[] | ObjectValue | RegoSet;

/** An object: one that came as JSON, or one that a policy built. Both are equal when their entries are. */
export type ObjectValue = PlainObject | RegoObject;

/** A JSON object as the host gave it: only its own string keys count; it is neither copied nor changed. */
export interface PlainObject {
  readonly [key: string]: Value;
}

/** A value that contains values. */
export type Collection = readonly Value[] | ObjectValue | RegoSet;

/** Whether the value is an array. */
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Whether the value is a set. */
export const isSet = (value: Value | undefined): value is RegoSet => value instanceof RegoSet;

/** Whether the value is an object that a policy built. */
export const isRegoObject = (value: Value | undefined): value is RegoObject => value instanceof RegoObject;

/** Whether the value is an array, an object or a set. */
export const isCollection = (value: Value | undefined): value is Collection =>
  typeof value === "object" && value !== null && !(value instanceof BigNumber);

/** Whether the value is an object of either kind. */
export const isObjectValue = (value: Value | undefined): value is ObjectValue =>
  isCollection(value) && !isArray(value) && !isSet(value);

/** Whether the value is an object that came as JSON. */
export function isPlainObject(value: Value | undefined): value is PlainObject {
  if (typeof value !== "object" || value === null) return false;
  // The usual prototype says all; only objects of another one need a closer look.
  if (Object.getPrototypeOf(value) === Object.prototype) return true;
  return (
    !Array.isArray(value) &&
    !(value instanceof RegoObject) &&
    !(value instanceof RegoSet) &&
    !(value instanceof BigNumber)
  );
}
