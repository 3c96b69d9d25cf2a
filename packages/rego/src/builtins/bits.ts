import { numberFromBigInt, type RegoNumber } from "../value/number.js";
import { bigInteger } from "./big-integer.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

const binary = "x: number, y: number -> z: number";
const shift = "x: number, s: number -> z: number";

/** Bitwise builtins on integers of any size, in two's complement. */
export const bitBuiltins: readonly BuiltinDefinition[] = [
  { name: "bits.or", signature: binary, call: /* @__PURE__ */ combineBy((left, right) => left | right) },
  { name: "bits.and", signature: binary, call: /* @__PURE__ */ combineBy((left, right) => left & right) },
  { name: "bits.xor", signature: binary, call: /* @__PURE__ */ combineBy((left, right) => left ^ right) },
  { name: "bits.negate", signature: "x: number -> z: number", call: negate },
  { name: "bits.lsh", signature: shift, call: shiftLeft },
  { name: "bits.rsh", signature: shift, call: shiftRight },
];

function combineBy(operation: (left: bigint, right: bigint) => bigint): BuiltinDefinition["call"] {
  return (operands, { reference }) =>
    numberFromBigInt(operation(bigInteger(operands, 1, reference), bigInteger(operands, 2, reference)));
}

function negate(operands: Operands, { reference }: BuiltinContext): RegoNumber {
  return numberFromBigInt(~bigInteger(operands, 1, reference));
}

const bitsOfDigit = /* @__PURE__ */ Math.log2(10);

function shiftLeft(operands: Operands, context: BuiltinContext): RegoNumber {
  const value = bigInteger(operands, 1, context.reference);
  const distance = shiftDistance(operands, context);
  if (value !== 0n && distance > context.limits.digits * bitsOfDigit) return context.exceed("digits");
  return value === 0n ? 0 : numberFromBigInt(value << BigInt(distance));
}

function shiftRight(operands: Operands, context: BuiltinContext): RegoNumber {
  const value = bigInteger(operands, 1, context.reference);
  return numberFromBigInt(value >> BigInt(shiftDistance(operands, context)));
}

/** OPA takes the low 64 bits of the distance. */
function shiftDistance(operands: Operands, { reference }: BuiltinContext): number {
  const distance = bigInteger(operands, 2, reference);
  if (distance < 0n)
    throw operands.typeFault("operand 2 must be an unsigned integer number but got a negative integer");
  return Number(BigInt.asUintN(64, distance));
}
