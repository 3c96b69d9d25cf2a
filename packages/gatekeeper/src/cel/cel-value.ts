import type { CelError } from "./cel-error.js";
import type { CelList } from "./cel-list.js";
import type { CelMap } from "./cel-map.js";
import type { CelType } from "./cel-type.js";

/**
 * A value of CEL. An int is a `bigint`, a double a `number`; the others are what they are in JavaScript, or an object of a class
 * of their own.
 */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | CelUint
  | CelDuration
  | CelTimestamp
  | CelOptional
  | CelTypeValue
  | CelList
  | CelMap
  | OpaqueValue;

/** What an evaluation comes to. An error is a value, since `||` and `&&` may make it good. */
export type Evaluated = CelValue | CelError;

/** An unsigned integer of 64 bits. */
export class CelUint {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

/** A span of time in nanoseconds, negative or not. */
export class CelDuration {
  readonly nanoseconds: bigint;
  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds;
  }
}

/** A point in time in nanoseconds since 1970. */
export class CelTimestamp {
  readonly nanoseconds: bigint;
  constructor(nanoseconds: bigint) {
    this.nanoseconds = nanoseconds;
  }
}

/** A value that may be absent. */
export class CelOptional {
  readonly value: CelValue | undefined;
  private constructor(value: CelValue | undefined) {
    this.value = value;
  }
  static readonly none: CelOptional = new CelOptional(undefined);
  static of(value: CelValue): CelOptional {
    return new CelOptional(value);
  }
}

/** A type as a value: what `type(x)` gives. */
export class CelTypeValue {
  readonly described: CelType;
  constructor(described: CelType) {
    this.described = described;
  }
}

/** A value that only the functions of one library look into. */
export abstract class OpaqueValue {
  abstract readonly type: CelType;
  abstract equals(other: OpaqueValue): boolean;
  /** The value of a field, or the error that reading it ends in; `undefined` where there is no such field. */
  field(_name: string): Evaluated | undefined {
    return undefined;
  }
}
