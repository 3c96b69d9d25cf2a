import { integerOf } from "../value/arithmetic.js";
import { isInteger, isNumber } from "../value/number.js";
import type { Reference } from "../value/reference.js";
import { isIntegral, truncate } from "../value/wide-float.js";
import { floatFrom } from "../value/wide-float-reader.js";
import type { Operands } from "./operands.js";

/** An operand that is an integer of any size, by value: `1.0` is one. OPA 1.17 rounds it to a mantissa of 64 bits. */
export function bigInteger(operands: Operands, position: number, reference: Reference): bigint {
  const value = operands.value(position);
  if (!isNumber(value)) throw operands.mismatch(position, value, "integer");
  const rounded = reference === "1.17" ? floatFrom(value) : undefined;
  if (rounded !== undefined && isIntegral(rounded)) return truncate(rounded);
  if (rounded === undefined && isInteger(value)) return integerOf(value);
  throw operands.floatingPoint(position);
}
