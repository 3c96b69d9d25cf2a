import { CelError, NO_SUCH_OVERLOAD } from "./cel-error.js";
import { CelDuration, CelTimestamp, CelUint, type CelValue } from "./cel-value.js";

type CelNumber = bigint | number | CelUint;

/** Whether a value is an int, a uint or a double. */
export const isNumber = (value: CelValue): value is CelNumber =>
  typeof value === "bigint" || typeof value === "number" || value instanceof CelUint;

const plain = (value: CelNumber): bigint | number => (value instanceof CelUint ? value.value : value);

const sign = <Ordered extends bigint | number | string | boolean>(one: Ordered, other: Ordered): number => {
  if (one < other) return -1;
  return one > other ? 1 : 0;
};

/**
 * Compares numbers of any type; `undefined` when one is not a number. A whole number and a double are compared as doubles, so
 * that beyond 2^53 some that differ are equal, as in cel-go.
 */
export const compareNumbers = (one: CelNumber, other: CelNumber): number | undefined => {
  const [left, right] = [plain(one), plain(other)];
  if (typeof left === "bigint" && typeof right === "bigint") return sign(left, right);
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined;
  return sign(Number(left), Number(right));
};

/** Compares texts by code points, as Go compares their bytes. */
export const compareText = (one: string, other: string): number => {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [one.charCodeAt(index), other.charCodeAt(index)];
    if (left !== right) return sign(fixSurrogate(left), fixSurrogate(right));
  }
  return sign(one.length, other.length);
};

/** Puts halves of surrogate pairs, which stand for code points beyond U+FFFF, behind all others. */
const fixSurrogate = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const compareBytes = (one: Uint8Array, other: Uint8Array): number => {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const order = sign(one[index] ?? 0, other[index] ?? 0);
    if (order !== 0) return order;
  }
  return sign(one.length, other.length);
};

/** Whether values of a type have an order. */
export const isOrdered = (value: CelValue): boolean =>
  isNumber(value) ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  value instanceof Uint8Array ||
  value instanceof CelDuration ||
  value instanceof CelTimestamp;

/** -1, 0 or 1; or why the values have no order. */
export const compareValues = (one: CelValue, other: CelValue): number | CelError => {
  if (isNumber(one) && isNumber(other)) {
    return compareNumbers(one, other) ?? CelError.of("NaN values cannot be ordered");
  }
  if (typeof one === "string" && typeof other === "string") return compareText(one, other);
  if (typeof one === "boolean" && typeof other === "boolean") return sign(one, other);
  if (one instanceof Uint8Array && other instanceof Uint8Array) return compareBytes(one, other);
  if (one instanceof CelDuration && other instanceof CelDuration) return sign(one.nanoseconds, other.nanoseconds);
  if (one instanceof CelTimestamp && other instanceof CelTimestamp) return sign(one.nanoseconds, other.nanoseconds);
  return NO_SUCH_OVERLOAD;
};
