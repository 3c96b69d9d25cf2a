/**
 * A binary float as Go's `big.Float` with 64 bits of mantissa keeps it: `mantissa * 2 ** exponent`. OPA computes with these,
 * integers included, so that `0.1 + 0.2` is `0.3` and integers are exact as far as 64 bits reach.
 *
 * Source: rego.md, section 3.5.
 */
export interface WideFloat {
  /** Zero has a sign too. */
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The bits of a mantissa. */
export const precision = 64;

/** The number of bits of a non-negative integer. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hexadecimal = value.toString(16);
  return hexadecimal.length * 4 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)) + 28;
}

/**
 * Rounds a mantissa to so many bits, half to even.
 *
 * @param isInexact - whether something below the last bit of the mantissa was already cut off
 */
export function round(float: WideFloat, bits = precision, isInexact = false): WideFloat {
  const excess = bitLength(float.mantissa) - bits;
  if (excess <= 0) return float;
  const shift = BigInt(excess);
  const kept = float.mantissa >> shift;
  const rest = float.mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  const isAbove = rest > half || (rest === half && isInexact);
  const isUp = isAbove || (rest === half && (kept & 1n) === 1n);
  return { negative: float.negative, mantissa: isUp ? kept + 1n : kept, exponent: float.exponent + excess };
}

/** The float of an integer, with all its bits. */
export const floatFromBigInt = (integer: bigint): WideFloat => ({
  negative: integer < 0n,
  mantissa: integer < 0n ? -integer : integer,
  exponent: 0,
});

/** The sum, rounded. */
export function addFloats(left: WideFloat, right: WideFloat): WideFloat {
  const exponent = Math.min(left.exponent, right.exponent);
  const sum = signed(left, exponent) + signed(right, exponent);
  if (sum === 0n) return { negative: left.negative && right.negative, mantissa: 0n, exponent: 0 };
  return round({ ...floatFromBigInt(sum), exponent });
}

const signed = (float: WideFloat, exponent: number): bigint => {
  const mantissa = float.mantissa << BigInt(float.exponent - exponent);
  return float.negative ? -mantissa : mantissa;
};

/** The float of opposite sign. */
export const negate = (float: WideFloat): WideFloat => ({ ...float, negative: !float.negative });

/** The product, rounded to so many bits. */
export const multiplyFloats = (left: WideFloat, right: WideFloat, bits = precision): WideFloat =>
  round(
    {
      negative: left.negative !== right.negative,
      mantissa: left.mantissa * right.mantissa,
      exponent: left.exponent + right.exponent,
    },
    bits,
  );

/** The quotient, rounded; the divisor is not zero. */
export function divideFloats(left: WideFloat, right: WideFloat): WideFloat {
  const negative = left.negative !== right.negative;
  if (left.mantissa === 0n) return { negative, mantissa: 0n, exponent: 0 };
  const shift = Math.max(0, precision + 2 + bitLength(right.mantissa) - bitLength(left.mantissa));
  const dividend = left.mantissa << BigInt(shift);
  const quotient = dividend / right.mantissa;
  const exponent = left.exponent - right.exponent - shift;
  return round({ negative, mantissa: quotient, exponent }, precision, quotient * right.mantissa !== dividend);
}

/** The integer part, towards zero. */
export function truncate(float: WideFloat): bigint {
  const { mantissa, exponent } = float;
  const magnitude = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa >> BigInt(-exponent);
  return float.negative ? -magnitude : magnitude;
}

/** Whether the value is an integer. */
export const isIntegral = (float: WideFloat): boolean =>
  float.exponent >= 0 || (float.mantissa >> BigInt(-float.exponent)) << BigInt(-float.exponent) === float.mantissa;
