/** An exact decimal: `digits` times ten to the power of `exponent`, without trailing zeros in `digits`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const zero: Decimal = { digits: 0n, exponent: 0 };

/** The exact value of a number's text, as Go reads it: decimal or hexadecimal, underscores between digits allowed. */
export function decimalOf(text: string): Decimal {
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const unsigned = plain.startsWith("-") || plain.startsWith("+") ? plain.slice(1) : plain;
  const magnitude = /^0x/i.test(unsigned) ? hexadecimal(unsigned.slice(2)) : base10(unsigned);
  return plain.startsWith("-") ? { ...magnitude, digits: -magnitude.digits } : magnitude;
}

function base10(text: string): Decimal {
  const [mantissa, exponent] = splitAt(text, /[eE]/);
  const [whole, fraction] = splitAt(mantissa, /\./);
  const significant = fraction.replace(/0+$/, "");
  return normalize(BigInt(whole + significant || "0"), Number(exponent || "0") - significant.length);
}

function hexadecimal(text: string): Decimal {
  const [mantissa, exponent] = splitAt(text, /[pP]/);
  const [whole, fraction] = splitAt(mantissa, /\./);
  const power = Number(exponent || "0") - 4 * fraction.length;
  const digits = BigInt(`0x${whole}${fraction}`);
  return power >= 0 ? normalize(digits << BigInt(power), 0) : normalize(digits * 5n ** BigInt(-power), power);
}

function splitAt(text: string, separator: RegExp): readonly [string, string] {
  const index = text.search(separator);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}

function normalize(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return zero;
  if (digits % 10n !== 0n) return { digits, exponent };
  const text = digits.toString();
  const significant = text.replace(/0+$/, "");
  return { digits: BigInt(significant), exponent: exponent + text.length - significant.length };
}

/**
 * Orders two decimals: negative, zero or positive. The work is bounded by the digits written, never by the exponents, so
 * that `1e1000000000` costs nothing.
 */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const sign = signOf(left.digits);
  if (sign !== signOf(right.digits)) return sign - signOf(right.digits);
  if (sign === 0) return 0;
  const difference = orderOf(left) - orderOf(right);
  if (difference !== 0) return difference * sign;
  const shift = left.exponent - right.exponent;
  const leftDigits = shift > 0 ? left.digits * 10n ** BigInt(shift) : left.digits;
  const rightDigits = shift < 0 ? right.digits * 10n ** BigInt(-shift) : right.digits;
  return signOf(leftDigits - rightDigits);
}

/** The decimal exponent just above the first digit: 3 for 123 and for 0.123e3. */
export const orderOf = ({ digits, exponent }: Decimal): number =>
  digits.toString().length - (digits < 0n ? 1 : 0) + exponent;

const signOf = (digits: bigint): number => Number(digits > 0n) - Number(digits < 0n);
