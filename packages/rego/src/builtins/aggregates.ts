import { multiply, plus } from "../value/arithmetic.js";
import { membersOf, sizeOf } from "../value/collection.js";
import { compare } from "../value/compare.js";
import { isNumber, type RegoNumber } from "../value/number.js";
import type { Reference } from "../value/reference.js";
import { isArray, isSet, type Value } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { countDirectly } from "./direct-answers.js";
import type { Operands } from "./operands.js";
import { countCodePoints } from "./text/code-points.js";

const numbers = "collection: array[number]|set[number] -> n: number";

/** Builtins that condense a collection to one value. */
export const aggregateBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "count",
    signature: "collection: string|array[any]|object[any: any]|set[any] -> n: number",
    direct: countDirectly,
    call: count,
  },
  { name: "sum", signature: numbers, call: (operands, { reference }) => fold(operands, 0, plus, reference) },
  { name: "product", signature: numbers, call: (operands, { reference }) => fold(operands, 1, multiply, reference) },
  {
    name: "max",
    signature: "collection: array[any]|set[any] -> n: any",
    call: (operands, context) => sorted(operands, context).at(-1),
  },
  {
    name: "min",
    signature: "collection: array[any]|set[any] -> n: any",
    call: least,
  },
  { name: "sort", signature: "collection: array[any]|set[any] -> n: array[any]", call: sorted },
  {
    name: "all",
    signature: "array[any]|set[any] -> boolean",
    deprecated: true,
    call: (operands) => members(operands, "array", "set").every((member) => member === true),
  },
  {
    name: "any",
    signature: "array[any]|set[any] -> boolean",
    deprecated: true,
    call: (operands) => members(operands, "array", "set").some((member) => member === true),
  },
];

function count(operands: Operands): number {
  const value = operands.value(1);
  if (typeof value === "string") return countCodePoints(value);
  const size = sizeOf(value);
  if (size === undefined) throw operands.mismatch(1, value, "array", "object", "set", "string");
  return size;
}

/** OPA starts with null and so passes it over in a set that has anything else. */
function least(operands: Operands, context: BuiltinContext): Value | undefined {
  const [first, second] = sorted(operands, context);
  return first === null && second !== undefined && isSet(operands.value(1)) ? second : first;
}

type Operation = (left: RegoNumber, right: RegoNumber, reference: Reference) => RegoNumber;

function fold(operands: Operands, start: RegoNumber, operation: Operation, reference: Reference): RegoNumber {
  let result = start;
  for (const member of members(operands, "set", "array")) {
    if (!isNumber(member)) throw operands.memberMismatch(1, operands.value(1), member, "number");
    result = operation(result, member, reference);
  }
  return result;
}

function members(operands: Operands, ...expected: readonly string[]): readonly Value[] {
  const value = operands.value(1);
  if (isArray(value) || isSet(value)) return membersOf(value);
  throw operands.mismatch(1, value, ...expected);
}

function sorted(operands: Operands, context: BuiltinContext): readonly Value[] {
  const value = operands.value(1);
  context.charge(sizeOf(value) ?? 0);
  return isArray(value) ? [...value].sort(compare) : members(operands, "set", "array");
}
