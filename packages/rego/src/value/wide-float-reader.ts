import { BuiltinFault } from "../builtins/builtin-fault.js";
import type { Decimal } from "./decimal.js";
import { decimalFrom, type RegoNumber } from "./number.js";
import { divideFloats, floatFromBigInt, multiplyFloats, precision, round, type WideFloat } from "./wide-float.js";

/** Beyond these powers of ten OPA computes on; here they are refused, since their digits would fill the memory. */
const maximumExponent = 100_000;

/**
 * The float nearest to a number's text.
 *
 * @throws BuiltinFault - the exponent is beyond 100,000
 */
export function floatFrom(value: RegoNumber): WideFloat {
  if (typeof value === "number" && Number.isSafeInteger(value)) return floatFromBigInt(BigInt(value));
  const decimal = decimalFrom(value);
  if (Math.abs(decimal.exponent) > maximumExponent) throw new BuiltinFault("eval_builtin_error", "number too big");
  const float = floatFromDecimal(decimal);
  return float.mantissa === 0n && typeof value === "object" && value.text.startsWith("-")
    ? { ...float, negative: true }
    : float;
}

/**
 * Reads as Go does: the power of five is computed with 64 bits more than the result has, so that an exponent of a million
 * costs no more than one of a hundred.
 */
function floatFromDecimal({ digits, exponent }: Decimal): WideFloat {
  const float = floatFromBigInt(digits);
  if (exponent === 0 || digits === 0n) return round(float);
  const power = powerOfFive(Math.abs(exponent));
  const scaled = exponent > 0 ? multiplyFloats(float, power) : divideFloats(float, power);
  return { ...scaled, exponent: scaled.exponent + exponent };
}

const wide = precision + 64;
const exactPower = 27;

function powerOfFive(exponent: number): WideFloat {
  const start = Math.min(exponent, exactPower);
  let result = floatFromBigInt(5n ** BigInt(start));
  let square = floatFromBigInt(5n);
  for (let rest = exponent - start; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyFloats(result, square, wide);
    square = multiplyFloats(square, square, wide + 64);
  }
  return result;
}
