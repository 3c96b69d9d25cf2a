import { BuiltinFault } from "../builtins/builtin-fault.js";
import { floatText } from "./float-text.js";
import { BigNumber, decimalFrom, isInteger, numberFromBigInt, numberFromText, type RegoNumber } from "./number.js";
import type { Reference } from "./reference.js";
import {
  addFloats,
  divideFloats,
  isIntegral,
  multiplyFloats,
  negate,
  precision,
  truncate,
  type WideFloat,
} from "./wide-float.js";
import { floatFrom } from "./wide-float-reader.js";

/** The sum. Integers are exact within 64 bits (reference 1.17) or always (1.22); everything else is a 64-bit float. */
export function plus(left: RegoNumber, right: RegoNumber, reference: Reference): RegoNumber {
  const sum = onMachine(left, right, (augend, addend) => augend + addend);
  if (sum !== undefined) return sum;
  if (isExact(left, right, reference)) return numberFromBigInt(integerOf(left) + integerOf(right));
  return numberFromFloat(addFloats(floatFrom(left), floatFrom(right)));
}

/** The difference, exact as a sum is. */
export function minus(left: RegoNumber, right: RegoNumber, reference: Reference): RegoNumber {
  const rest = onMachine(left, right, (minuend, subtrahend) => minuend - subtrahend);
  if (rest !== undefined) return rest;
  if (isExact(left, right, reference)) return numberFromBigInt(integerOf(left) - integerOf(right));
  return numberFromFloat(addFloats(floatFrom(left), negate(floatFrom(right))));
}

/** The product, exact as a sum is; a float zero has a sign. */
export function multiply(left: RegoNumber, right: RegoNumber, reference: Reference): RegoNumber {
  const product = onMachine(left, right, (multiplicand, multiplier) => multiplicand * multiplier);
  if (product !== undefined && (product !== 0 || (isSmall(left) && isSmall(right)))) return product;
  if (isExact(left, right, reference)) return numberFromBigInt(integerOf(left) * integerOf(right));
  return numberFromFloat(multiplyFloats(floatFrom(left), floatFrom(right)));
}

/** The quotient: an integer when the division leaves no rest, else a 64-bit float. */
export function divide(left: RegoNumber, right: RegoNumber): RegoNumber {
  const divisor = floatFrom(right);
  if (divisor.mantissa === 0n) throw new BuiltinFault("eval_builtin_error", "div: divide by zero");
  return numberFromFloat(divideFloats(floatFrom(left), divisor));
}

/** The rest of an integer division, with the sign of the dividend. */
export function remainder(left: RegoNumber, right: RegoNumber, reference: Reference): RegoNumber {
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && right !== 0)
    return (Number(left) % Number(right)) + 0;
  const read = isExact(left, right, reference) ? integerOf : roundedInteger;
  const divisor = read(right);
  const dividend = read(left);
  const isZero = reference === "1.17" ? BigInt.asIntN(64, divisor) === 0n : divisor === 0n;
  if (isZero) throw new BuiltinFault("eval_builtin_error", "rem: modulo by zero");
  return numberFromBigInt(dividend % divisor);
}

/** The number of a float, in its cheapest representation. */
export function numberFromFloat(float: WideFloat, bits = precision): RegoNumber {
  if (Math.abs(float.exponent) > maximumExponent) throw new BuiltinFault("eval_builtin_error", "number too big");
  return numberFromText(floatText(float, bits));
}

const maximumExponent = 400_000;

/** The result where operands and result are safe integers, which need no float. */
function onMachine(
  left: RegoNumber,
  right: RegoNumber,
  operation: (left: number, right: number) => number,
): number | undefined {
  const leftInteger = machineInteger(left);
  const rightInteger = machineInteger(right);
  const result = operation(leftInteger, rightInteger);
  const isSafe =
    Number.isSafeInteger(leftInteger) && Number.isSafeInteger(rightInteger) && Number.isSafeInteger(result);
  return isSafe ? result + 0 : undefined;
}

/** A safe integer as it is; NaN for everything else but the text `-0`, which is the integer 0. */
function machineInteger(value: RegoNumber): number {
  if (typeof value === "number") return value;
  return value instanceof BigNumber && value.text === "-0" ? 0 : Number.NaN;
}

/** OPA computes with machine integers only between -999 and 999; a zero from any other product is a float, which has a sign. */
const isSmall = (value: RegoNumber): boolean => Math.abs(machineInteger(value)) < 1000;

const isExact = (left: RegoNumber, right: RegoNumber, reference: Reference): boolean =>
  reference !== "1.17" && isInteger(left) && isInteger(right);

/** The value of an integral number. */
export function integerOf(value: RegoNumber): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  const { digits, exponent } = decimalFrom(value);
  if (exponent > maximumExponent) throw new BuiltinFault("eval_builtin_error", "number too big");
  return digits * 10n ** BigInt(exponent);
}

function roundedInteger(value: RegoNumber): bigint {
  const float = floatFrom(value);
  if (!isIntegral(float)) throw new BuiltinFault("eval_builtin_error", "rem: modulo on floating-point number");
  return truncate(float);
}
