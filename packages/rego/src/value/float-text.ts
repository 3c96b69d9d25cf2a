import { bitLength, isIntegral, precision, type WideFloat } from "./wide-float.js";

/** Digits of a positive number: `0.d1d2d3… * 10 ** point`. */
interface Digits {
  readonly text: string;
  readonly point: number;
}

/**
 * The text that OPA gives the result of a computation: an integral value in full, any other in Go's `g` form with the fewest
 * digits that read back as the same float.
 *
 * @param bits - the precision that decides which digits are needed
 */
export function floatText(float: WideFloat, bits = precision): string {
  const sign = float.negative ? "-" : "";
  if (float.mantissa === 0n) return `${sign}0`;
  const digits = shortest(float, bits);
  return sign + (isIntegral(float) ? digits.text.padEnd(digits.point, "0") : generalForm(digits));
}

/** The exact decimal digits of `mantissa * 2 ** exponent`. */
function exactDigits(mantissa: bigint, exponent: number): Digits {
  const scaled = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const text = scaled.toString();
  return { text: text.replace(/0+$/, ""), point: text.length + Math.min(0, exponent) };
}

/**
 * Go's search for the shortest digits: walks along the exact digits until cutting or rounding up stays between the neighbours,
 * half a unit below and half a unit above.
 */
function shortest(float: WideFloat, bits: number): Digits {
  const shift = bits + 1 - bitLength(float.mantissa);
  const mantissa = float.mantissa << BigInt(shift);
  const exponent = float.exponent - shift;
  const exact = exactDigits(mantissa, exponent);
  const lower = exactDigits(mantissa - 1n, exponent).text;
  const upper = exactDigits(mantissa + 1n, exponent).text;
  const isInclusive = (mantissa & 2n) === 0n;
  // It ends: at the latest where the lower neighbour differs.
  for (let index = 0; ; index += 1) {
    const digit = digitAt(exact.text, index);
    const above = digitAt(upper, index);
    const mayCut = digitAt(lower, index) !== digit || (isInclusive && index + 1 === lower.length);
    const mayRaise = digit !== above && (isInclusive || digit + 1 < above || index + 1 < upper.length);
    if (mayCut && mayRaise)
      return isNearerAbove(exact.text, index + 1) ? raised(exact, index + 1) : cut(exact, index + 1);
    if (mayCut) return cut(exact, index + 1);
    if (mayRaise) return raised(exact, index + 1);
  }
}

const digitAt = (text: string, index: number): number => (index < text.length ? text.charCodeAt(index) - 48 : 0);

/** Half to even: exactly half rounds up only after an odd digit. */
function isNearerAbove(text: string, length: number): boolean {
  if (length >= text.length) return false;
  const isHalf = digitAt(text, length) === 5 && length + 1 === text.length;
  return isHalf ? digitAt(text, length - 1) % 2 === 1 : digitAt(text, length) >= 5;
}

const cut = ({ text, point }: Digits, length: number): Digits => ({
  text: text.slice(0, length).replace(/0+$/, ""),
  point,
});

function raised({ text, point }: Digits, length: number): Digits {
  const head = text.slice(0, length);
  const kept = head.replace(/9+$/, "");
  if (kept === "") return { text: "1", point: point + 1 };
  return { text: kept.slice(0, -1) + String(digitAt(kept, kept.length - 1) + 1), point };
}

/** Go's `g` for shortest digits: exponent form below 1e-4 and from 1e6 on. */
function generalForm({ text, point }: Digits): string {
  const exponent = point - 1;
  if (exponent >= -4 && exponent < 6) return plainForm(text, point);
  const fraction = text.length > 1 ? `.${text.slice(1)}` : "";
  const magnitude = String(Math.abs(exponent)).padStart(2, "0");
  return `${text.charAt(0)}${fraction}e${exponent < 0 ? "-" : "+"}${magnitude}`;
}

function plainForm(text: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${text}`;
  return `${text.slice(0, point)}.${text.slice(point)}`;
}
