import { numberFromFloat } from "../value/arithmetic.js";
import { numberFromBigInt, type RegoNumber } from "../value/number.js";
import type { Value } from "../value/value.js";
import {
  addFloats,
  bitLength,
  floatFromBigInt,
  isIntegral,
  precision,
  truncate,
  type WideFloat,
} from "../value/wide-float.js";
import { floatFrom } from "../value/wide-float-reader.js";
import { bigInteger } from "./big-integer.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

const unary = "x: number -> y: number";

/** Builtins of numbers. */
export const numberBuiltins: readonly BuiltinDefinition[] = [
  { name: "abs", signature: unary, call: abs },
  { name: "ceil", signature: unary, call: ceil },
  { name: "floor", signature: unary, call: floor },
  { name: "round", signature: unary, call: round },
  { name: "numbers.range", signature: "a: number, b: number -> range: array[number]", call: range },
  {
    name: "numbers.range_step",
    signature: "a: number, b: number, step: number -> range: array[number]",
    call: rangeStep,
  },
  { name: "rand.intn", signature: "str: string, n: number -> y: number", impure: "random", call: randomInteger },
];

const isMachineInteger = (value: RegoNumber): value is number =>
  typeof value === "number" && Number.isSafeInteger(value);

function abs(operands: Operands): RegoNumber {
  const value = operands.number(1);
  return isMachineInteger(value) ? Math.abs(value) : numberFromFloat({ ...floatFrom(value), negative: false });
}

/** OPA truncates towards zero first and then corrects by the sign of what is left, so `ceil(-0.5)` is 1. */
function ceil(operands: Operands): RegoNumber {
  const value = operands.number(1);
  if (isMachineInteger(value)) return value;
  const float = floatFrom(value);
  const integer = truncate(float);
  return integer < 0n || isIntegral(float) ? exactNumber(integer) : exactNumber(integer + 1n);
}

/** As `ceil`: `floor(-0.5)` is 0. */
function floor(operands: Operands): RegoNumber {
  const value = operands.number(1);
  if (isMachineInteger(value)) return value;
  const float = floatFrom(value);
  const integer = truncate(float);
  return integer >= 0n || isIntegral(float) ? exactNumber(integer) : exactNumber(integer - 1n);
}

/** Half away from zero. */
function round(operands: Operands): RegoNumber {
  const value = operands.number(1);
  if (isMachineInteger(value)) return value;
  const float = floatFrom(value);
  const half: WideFloat = { negative: float.negative, mantissa: 1n, exponent: -1 };
  return exactNumber(truncate(addFloats(float, half)));
}

const exactNumber = (integer: bigint): RegoNumber =>
  numberFromFloat(floatFromBigInt(integer), Math.max(precision, bitLength(integer < 0n ? -integer : integer)));

function range(operands: Operands, context: BuiltinContext): readonly Value[] {
  return integersBetween(
    bigInteger(operands, 1, context.reference),
    bigInteger(operands, 2, context.reference),
    1n,
    context,
  );
}

function rangeStep(operands: Operands, context: BuiltinContext): readonly Value[] {
  const [start, end, step] = [
    bigInteger(operands, 1, context.reference),
    bigInteger(operands, 2, context.reference),
    bigInteger(operands, 3, context.reference),
  ];
  if (step <= 0n) throw operands.fault("numbers.range_step: step must be a positive integer");
  return integersBetween(start, end, step, context);
}

/** Both ends inclusive; descending when the second is smaller. */
function integersBetween(start: bigint, end: bigint, step: bigint, context: BuiltinContext): readonly Value[] {
  const signedStep = end < start ? -step : step;
  const count = (end - start) / signedStep + 1n;
  if (count > BigInt(context.limits.collectionSize)) return context.exceed("collectionSize");
  context.charge(Number(count));
  return Array.from({ length: Number(count) }, (_, index) => numberFromBigInt(start + BigInt(index) * signedStep));
}

/** The same text and bound give the same number within one evaluation. */
function randomInteger(operands: Operands, context: BuiltinContext): RegoNumber {
  const text = operands.string(1);
  const bound = operands.integer(2);
  if (bound === 0) return 0;
  const key = `rand.intn:${bound}:${text}`;
  const known = context.memory.get(key);
  if (typeof known === "number") return known;
  if (context.random === undefined) throw operands.fault("needs a source of random numbers: pass `random`");
  const result = Math.floor(context.random() * Math.abs(bound));
  context.memory.set(key, result);
  return result;
}
