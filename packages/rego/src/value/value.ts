import { BigNumber, type RegoNumber } from "./number.js";

/** Any value of the language. The absence of a value is `undefined`, which is no value. */
export type Value = null | boolean | string | RegoNumber | readonly Value[] | ObjectValue | SetValue;

/** An object: one that came as JSON, or one that a policy built. Both are equal when their entries are. */
export type ObjectValue = PlainObject | BuiltObject;

/** A JSON object as the host gave it: only its own string keys count; it is neither copied nor changed. */
export interface PlainObject {
  readonly [key: string]: Value;
}

/** An object with keys of any type; a `RegoObject`. */
export abstract class BuiltObject {
  /** The number of keys. */
  abstract readonly size: number;
  /** The value of a key, or undefined. */
  abstract get(key: Value): Value | undefined;
  /** Whether the object has the key. */
  abstract has(key: Value): boolean;
  /** The keys in order. */
  abstract keys(): readonly Value[];
  /** Keys with their values, in order of insertion. */
  abstract entries(): Iterable<readonly [Value, Value]>;
}

/** A set of values; a `RegoSet`. */
export abstract class SetValue {
  /** The number of members. */
  abstract readonly size: number;
  /** Whether an equal value is a member. */
  abstract has(value: Value): boolean;
  /** The member that equals the value, or undefined. */
  abstract find(value: Value): Value | undefined;
  /** The members in order. */
  abstract sorted(): readonly Value[];
  /** The members in order of insertion. */
  abstract values(): readonly Value[];
  /** The members that are also in the other set. */
  abstract intersection(other: SetValue): SetValue;
  /** The members that are not in the other set. */
  abstract difference(other: SetValue): SetValue;
  /** The members of both sets. */
  abstract union(other: SetValue): SetValue;
  /** Whether all members are in the other set. */
  abstract isSubsetOf(other: SetValue): boolean;
}

/** A value that contains values. */
export type Collection = readonly Value[] | ObjectValue | SetValue;

/** Whether the value is an array. */
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Whether the value is a set. */
export const isSet = (value: Value | undefined): value is SetValue => value instanceof SetValue;

/** Whether the value is an object that a policy built. */
export const isRegoObject = (value: Value | undefined): value is BuiltObject => value instanceof BuiltObject;

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
    !(value instanceof BuiltObject) &&
    !(value instanceof SetValue) &&
    !(value instanceof BigNumber)
  );
}
