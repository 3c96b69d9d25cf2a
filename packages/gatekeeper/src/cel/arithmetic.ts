import { CelError, NO_SUCH_OVERLOAD } from "./cel-error.js";
import { CelDuration, CelList, CelTimestamp, CelUint, type CelValue, type Evaluated } from "./cel-value.js";
import { ConcatenatedList } from "./concatenated-list.js";
import { isInt64, isUint64 } from "./int64.js";

/** The times that a timestamp can be: from the year 1 to the end of the year 9999. */
const MIN_TIMESTAMP = -62_135_596_800_000_000_000n;
const MAX_TIMESTAMP = 253_402_300_799_999_999_999n;

export const int = (value: bigint): Evaluated => (isInt64(value) ? value : CelError.of("integer overflow"));

export const uint = (value: bigint): Evaluated =>
  isUint64(value) ? new CelUint(value) : CelError.of("unsigned integer overflow");

export const duration = (nanoseconds: bigint): Evaluated =>
  isInt64(nanoseconds) ? new CelDuration(nanoseconds) : CelError.of("duration overflow");

export const timestamp = (nanoseconds: bigint): Evaluated =>
  nanoseconds >= MIN_TIMESTAMP && nanoseconds <= MAX_TIMESTAMP
    ? new CelTimestamp(nanoseconds)
    : CelError.of("timestamp overflow");

/** Whether values of a type have methods of their own in cel-go, which does not name an operator that they lack. */
const hasMethods = (value: CelValue): boolean => typeof value === "string" || isTime(value);

/** What an operator says of an operand of a type that it has no meaning for. */
export const unsupported = (operator: string, operand: CelValue): CelError =>
  hasMethods(operand) ? NO_SUCH_OVERLOAD : CelError.of(`no such overload: ${operator}`);

/** An operator has no meaning for its first operand, or only not for the second one. */
const mismatch = (operator: string, operand: CelValue, hasMeaning: boolean): CelError =>
  hasMeaning ? NO_SUCH_OVERLOAD : unsupported(operator, operand);

interface NumberRules {
  readonly int: (one: bigint, other: bigint) => Evaluated;
  readonly uint: (one: bigint, other: bigint) => Evaluated;
  readonly double: ((one: number, other: number) => number) | undefined;
}

/** Applies an operator to numbers of one type; `undefined` when they are not. */
const onNumbers = (rules: NumberRules, one: CelValue, other: CelValue): Evaluated | undefined => {
  if (typeof one === "bigint" && typeof other === "bigint") return rules.int(one, other);
  if (one instanceof CelUint && other instanceof CelUint) return rules.uint(one.value, other.value);
  if (typeof one === "number" && typeof other === "number") return rules.double?.(one, other);
  return undefined;
};

const isNumeric = (value: CelValue): boolean =>
  typeof value === "bigint" || typeof value === "number" || value instanceof CelUint;

const isTime = (value: CelValue): boolean => value instanceof CelDuration || value instanceof CelTimestamp;

const ADDITION: NumberRules = {
  int: (one, other) => int(one + other),
  uint: (one, other) => uint(one + other),
  double: (one, other) => one + other,
};

const addBytes = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
};

const addTimes = (one: CelValue, other: CelValue): Evaluated | undefined => {
  if (one instanceof CelDuration && other instanceof CelDuration) return duration(one.nanoseconds + other.nanoseconds);
  if (!(isTime(one) && isTime(other)) || (one instanceof CelTimestamp && other instanceof CelTimestamp)) {
    return undefined;
  }
  return timestamp(nanoseconds(one) + nanoseconds(other));
};

const nanoseconds = (value: CelValue): bigint =>
  value instanceof CelDuration || value instanceof CelTimestamp ? value.nanoseconds : 0n;

/** `_+_` */
export const add = (one: CelValue, other: CelValue): Evaluated => {
  if (typeof one === "string" && typeof other === "string") return one + other;
  if (one instanceof CelList && other instanceof CelList) return one.join(other) ?? new ConcatenatedList(one, other);
  if (one instanceof Uint8Array && other instanceof Uint8Array) return addBytes(one, other);
  const isAddable =
    isNumeric(one) || isTime(one) || typeof one === "string" || one instanceof CelList || one instanceof Uint8Array;
  return onNumbers(ADDITION, one, other) ?? addTimes(one, other) ?? mismatch("_+_", one, isAddable);
};

const SUBTRACTION: NumberRules = {
  int: (one, other) => int(one - other),
  uint: (one, other) => uint(one - other),
  double: (one, other) => one - other,
};

const subtractTimes = (one: CelValue, other: CelValue): Evaluated | undefined => {
  if (!isTime(one) || !isTime(other) || (one instanceof CelDuration && other instanceof CelTimestamp)) return undefined;
  const difference = nanoseconds(one) - nanoseconds(other);
  return one instanceof CelTimestamp && other instanceof CelDuration ? timestamp(difference) : duration(difference);
};

/** `_-_` */
export const subtract = (one: CelValue, other: CelValue): Evaluated =>
  onNumbers(SUBTRACTION, one, other) ?? subtractTimes(one, other) ?? mismatch("_-_", one, isNumeric(one));

const MULTIPLICATION: NumberRules = {
  int: (one, other) => int(one * other),
  uint: (one, other) => uint(one * other),
  double: (one, other) => one * other,
};

/** `_*_` */
export const multiply = (one: CelValue, other: CelValue): Evaluated =>
  onNumbers(MULTIPLICATION, one, other) ?? mismatch("_*_", one, isNumeric(one));

const DIVISION: NumberRules = {
  int: (one, other) => (other === 0n ? CelError.of("division by zero") : int(one / other)),
  uint: (one, other) => (other === 0n ? CelError.of("division by zero") : uint(one / other)),
  double: (one, other) => one / other,
};

/** `_/_`, cut towards zero. */
export const divide = (one: CelValue, other: CelValue): Evaluated =>
  onNumbers(DIVISION, one, other) ?? mismatch("_/_", one, isNumeric(one));

const REMAINDER: NumberRules = {
  int: (one, other) => (other === 0n ? CelError.of("modulus by zero") : int(one % other)),
  uint: (one, other) => (other === 0n ? CelError.of("modulus by zero") : uint(one % other)),
  double: undefined,
};

/** `_%_`, with the sign of the first number. */
export const modulo = (one: CelValue, other: CelValue): Evaluated =>
  onNumbers(REMAINDER, one, other) ?? mismatch("_%_", one, isNumeric(one) && typeof one !== "number");

/** `-_` */
export const negate = (value: CelValue): Evaluated => {
  if (typeof value === "bigint") return int(-value);
  if (typeof value === "number") return -value;
  return value instanceof CelDuration
    ? duration(-value.nanoseconds)
    : mismatch("-_", value, typeof value === "boolean");
};
