import { numberFromBigInt, type RegoNumber } from "../value/number.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

const binary = "x: number, y: number -> z: number";
const shift = "x: number, s: number -> z: number";

/** Bitwise builtins on integers of any size, in two's complement. */
export const bitBuiltins: readonly BuiltinDefinition[] = [
  { name: "bits.or", signature: binary, call: (operands) => combine(operands, (left, right) => left | right) },
  { name: "bits.and", signature: binary, call: (operands) => combine(operands, (left, right) => left & right) },
  { name: "bits.xor", signature: binary, call: (operands) => combine(operands, (left, right) => left ^ right) },
  {
    name: "bits.negate",
    signature: "x: number -> z: number",
    call: (operands) => numberFromBigInt(~operands.bigInteger(1)),
  },
  { name: "bits.lsh", signature: shift, call: shiftLeft },
  { name: "bits.rsh", signature: shift, call: shiftRight },
];

const combine = (operands: Operands, operation: (left: bigint, right: bigint) => bigint): RegoNumber =>
  numberFromBigInt(operation(operands.bigInteger(1), operands.bigInteger(2)));

const bitsOfDigit = Math.log2(10);

function shiftLeft(operands: Operands, context: BuiltinContext): RegoNumber {
  const value = operands.bigInteger(1);
  const distance = shiftDistance(operands);
  if (value !== 0n && distance > context.limits.digits * bitsOfDigit) return context.exceed("digits");
  return value === 0n ? 0 : numberFromBigInt(value << BigInt(distance));
}

function shiftRight(operands: Operands): RegoNumber {
  const value = operands.bigInteger(1);
  return numberFromBigInt(value >> BigInt(shiftDistance(operands)));
}

function shiftDistance(operands: Operands): number {
  const distance = operands.bigInteger(2);
  if (distance < 0n)
    throw operands.typeFault("operand 2 must be an unsigned integer number but got a negative integer");
  return Number(BigInt.asUintN(64, distance));
}
