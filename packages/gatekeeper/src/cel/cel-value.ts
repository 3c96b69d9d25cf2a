import type { CelError } from "./cel-error.js";
import type { Origin } from "./origin.js";

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

/** A list of values. */
export abstract class CelList {
  abstract readonly size: number;
  /** Where it lies in the object that is judged; `undefined` when it is no part of it. */
  abstract readonly origin: Origin | undefined;
  /** The element at a position from 0; `undefined` beyond the end. */
  abstract at(index: number): CelValue | undefined;

  /** Another list as it is compared with this one, where elements have no order; `undefined` where they have one. */
  inOrderOf(_other: CelList): CelList | undefined {
    return undefined;
  }

  /** What this list and another one make together, where that is not all elements in a row. */
  join(_other: CelList): CelList | undefined {
    return undefined;
  }

  *values(): Generator<CelValue, void> {
    for (let index = 0; index < this.size; index += 1) {
      const value = this.at(index);
      if (value !== undefined) yield value;
    }
  }
}

/** A map from keys to values. */
export abstract class CelMap {
  abstract readonly size: number;
  /** Where it lies in the object that is judged; `undefined` when it is no part of it. */
  abstract readonly origin: Origin | undefined;
  /** The value at a key; `undefined` where there is none. */
  abstract find(key: CelValue): CelValue | undefined;
  abstract keys(): readonly CelValue[];
}

/**
 * A type as the type check sees it. `name` is what `type(x)` gives and what messages about values say; kinds without parameters
 * have none. The type argument is for the compiler only: the class of its values.
 *
 * @source google/cel-go, common/types/types.go
 */
export interface CelType<Value extends CelValue = CelValue> {
  readonly kind: "primitive" | "null" | "dyn" | "error" | "list" | "map" | "type" | "object" | "opaque" | "parameter";
  readonly name: string;
  readonly parameters: readonly CelType[];
  /** The fields of a type that has a fixed set of them; on access to others the expression does not compile. */
  readonly fields?: ReadonlyMap<string, CelType>;
  /** Never there: ties the type to the class of its values. */
  readonly value?: Value;
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
