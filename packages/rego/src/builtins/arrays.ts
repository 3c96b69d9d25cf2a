import { isArray, type Value } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

/** Builtins of arrays. */
export const arrayBuiltins: readonly BuiltinDefinition[] = [
  { name: "array.concat", signature: "x: array[any], y: array[any] -> z: array[any]", call: concat },
  { name: "array.flatten", signature: "arr: array[any] -> flattened: array[any]", call: flatten },
  { name: "array.slice", signature: "arr: array[any], start: number, stop: number -> slice: array[any]", call: slice },
  { name: "array.reverse", signature: "arr: array[any] -> rev: array[any]", call: reverse },
];

function concat(operands: Operands, context: BuiltinContext): readonly Value[] {
  const [left, right] = [operands.array(1), operands.array(2)];
  context.charge(left.length + right.length);
  return [...left, ...right];
}

/** Replaces members that are arrays by their members, one level deep. */
function flatten(operands: Operands, context: BuiltinContext): readonly Value[] {
  const array = operands.array(1);
  context.charge(array.reduce<number>((sum, member) => sum + (isArray(member) ? member.length : 1), 0));
  return array.flat(1);
}

/** Limits outside the array are moved to its ends; a stop before the start gives an empty array. */
function slice(operands: Operands): readonly Value[] {
  const array = operands.array(1);
  const start = Math.max(operands.integer(2), 0);
  return array.slice(start, Math.max(operands.integer(3), start));
}

function reverse(operands: Operands): readonly Value[] {
  return operands.array(1).toReversed();
}
