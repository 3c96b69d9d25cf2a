import { compareDecimals, type Decimal, decimalOf, orderOf } from "./decimal.js";

/**
 * A number. A JavaScript number stands for the decimal text that `String` gives it (0.1 is exactly one tenth), a bigint for an
 * integer beyond the safe range, a `BigNumber` for every text that neither can carry. NaN and infinities are never values.
 */
export type RegoNumber = number | bigint | BigNumber;

/** A number that is kept as its text: `1.0`, `1e3`, `0.33333333333333333334`, `-0`. */
export class BigNumber {
  readonly text: string;
  #decimal: Decimal | undefined;

  /** @param text - the spelling; it is what is printed */
  constructor(text: string) {
    this.text = text;
  }

  /** The exact value of the text. */
  get decimal(): Decimal {
    this.#decimal ??= decimalOf(this.text);
    return this.#decimal;
  }
}

/** Whether a value is a number of any representation. */
export const isNumber = (value: unknown): value is RegoNumber =>
  typeof value === "number" || typeof value === "bigint" || value instanceof BigNumber;

/**
 * The number that a text stands for; it prints as that text.
 *
 * @param text - a valid number of JSON or Rego, or a text that Go's ParseFloat accepts
 */
export function numberFromText(text: string): RegoNumber {
  const value = Number(text);
  const isExact = String(value) === text && (Number.isSafeInteger(value) || !Number.isInteger(value));
  if (isExact && Number.isFinite(value)) return value;
  return /^-?[1-9]\d*$/.test(text) ? BigInt(text) : new BigNumber(text);
}

/** The number of an integer of any size, in its cheapest representation. */
export const numberFromBigInt = (integer: bigint): number | bigint =>
  BigInt.asIntN(54, integer) === integer && Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;

/** The text of a number as it was written or computed. */
export const numberText = (value: RegoNumber): string => (value instanceof BigNumber ? value.text : String(value));

/** The exact value of a number. */
export const decimalFrom = (value: RegoNumber): Decimal =>
  value instanceof BigNumber ? value.decimal : decimalOf(String(value));

/** Whether the text of a number is one of digits only: what OPA treats as a machine integer (`1.0` and `1e3` are not). */
export function isIntegerText(value: RegoNumber): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) || /^-?\d+$/.test(String(value));
  return typeof value === "bigint" || /^[+-]?\d+$/.test(value.text);
}

/** Whether a number is integral by value (`1.0` and `1e3` are). */
export const isInteger = (value: RegoNumber): boolean =>
  typeof value === "number" ? Number.isInteger(value) : typeof value === "bigint" || value.decimal.exponent >= 0;

/** The value as a safe integer, or undefined when it is fractional or too large. */
export function toSafeInteger(value: RegoNumber): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value + 0 : undefined;
  if (typeof value === "bigint" || value.decimal.exponent < 0 || orderOf(value.decimal) > 16) return undefined;
  const integer = Number(value.decimal.digits) * 10 ** value.decimal.exponent;
  return Number.isSafeInteger(integer) ? integer : undefined;
}

/** Orders two numbers by their exact values: negative, zero or positive. */
export function compareNumbers(left: RegoNumber, right: RegoNumber): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "bigint" && typeof right === "bigint") return Number(left > right) - Number(left < right);
  return compareDecimals(decimalFrom(left), decimalFrom(right));
}

const integerDigits = 400;

/**
 * A primitive that is the same for equal numbers and for no others: a JavaScript number where its text has the same value, a
 * bigint for larger integers, else a text.
 */
export function numberKey(value: RegoNumber): number | bigint | string {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && (Number.isSafeInteger(value) || !Number.isInteger(value))) return value;
  const { digits, exponent } = decimalFrom(value);
  if (exponent < 0) return fractionKey(digits, exponent);
  if (exponent > integerDigits) return `\0#${digits}e${exponent}`;
  return numberFromBigInt(digits * 10n ** BigInt(exponent));
}

function fractionKey(digits: bigint, exponent: number): number | string {
  const nearest = Number(`${digits}e${exponent}`);
  const isSame = Number.isFinite(nearest) && compareDecimals(decimalOf(String(nearest)), { digits, exponent }) === 0;
  return isSame ? nearest : `\0#${digits}e${exponent}`;
}
