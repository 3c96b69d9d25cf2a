import { divide, minus, multiply, plus, remainder } from "../value/arithmetic.js";
import { get, membersOf } from "../value/collection.js";
import { compare, equal } from "../value/compare.js";
import { isNumber } from "../value/number.js";
import { isArray, isObjectValue, isRegoObject, isSet, type Value } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { differDirectly, ofIntegers } from "./direct-answers.js";
import type { Operands } from "./operands.js";

const comparison = "x: any, y: any -> result: boolean";
const arithmetic = "x: number, y: number -> z: number";
const sets = "x: set[any], y: set[any] -> z: set[any]";

/** Operators: comparison, arithmetic, sets, membership. */
export const operatorBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "equal",
    infix: "==",
    signature: comparison,
    call: (operands) => equal(operands.value(1), operands.value(2)),
  },
  {
    name: "neq",
    infix: "!=",
    signature: comparison,
    direct: differDirectly,
    call: (operands) => !equal(operands.value(1), operands.value(2)),
  },
  {
    name: "lt",
    infix: "<",
    signature: comparison,
    direct: /* @__PURE__ */ ofIntegers((left, right) => left < right),
    call: (operands) => order(operands) < 0,
  },
  {
    name: "lte",
    infix: "<=",
    signature: comparison,
    direct: /* @__PURE__ */ ofIntegers((left, right) => left <= right),
    call: (operands) => order(operands) <= 0,
  },
  {
    name: "gt",
    infix: ">",
    signature: comparison,
    direct: /* @__PURE__ */ ofIntegers((left, right) => left > right),
    call: (operands) => order(operands) > 0,
  },
  {
    name: "gte",
    infix: ">=",
    signature: comparison,
    direct: /* @__PURE__ */ ofIntegers((left, right) => left >= right),
    call: (operands) => order(operands) >= 0,
  },
  {
    name: "plus",
    infix: "+",
    signature: arithmetic,
    // A sum of zeros has a sign of its own.
    direct: /* @__PURE__ */ ofIntegers((left, right) => left + right + 0),
    call: (operands, { reference }) => plus(operands.number(1), operands.number(2), reference),
  },
  {
    name: "minus",
    infix: "-",
    signature: "x: number|set[any], y: number|set[any] -> z: number|set[any]",
    call: subtract,
  },
  {
    name: "mul",
    infix: "*",
    signature: arithmetic,
    call: (operands, { reference }) => multiply(operands.number(1), operands.number(2), reference),
  },
  {
    name: "div",
    infix: "/",
    signature: arithmetic,
    call: (operands) => divide(operands.number(1), operands.number(2)),
  },
  {
    name: "rem",
    infix: "%",
    signature: arithmetic,
    call: (operands, { reference }) => remainder(operands.number(1), operands.number(2), reference),
  },
  { name: "and", infix: "&", signature: sets, call: (operands) => operands.set(1).intersection(operands.set(2)) },
  { name: "or", infix: "|", signature: sets, call: (operands) => operands.set(1).union(operands.set(2)) },
  { name: "internal.member_2", infix: "in", signature: "any, any -> boolean", call: isMember },
  { name: "internal.member_3", infix: "in", signature: "any, any, any -> boolean", call: isEntry },
];

const order = (operands: Operands): number => compare(operands.value(1), operands.value(2));

function subtract(operands: Operands, { reference }: BuiltinContext): Value {
  const [left, right] = [operands.value(1), operands.value(2)];
  if (isNumber(left)) return minus(left, operands.number(2), reference);
  if (!isSet(left)) throw operands.mismatch(1, left, "number", "set");
  // A set minus a number wants a set; minus anything else, OPA asks for a number.
  if (!isSet(right)) throw operands.mismatch(2, right, isNumber(right) ? "set" : "number");
  return left.difference(right);
}

/** Whether a collection has the value as an element, as the value of a key, or as a member. */
function isMember(operands: Operands): boolean {
  const [value, collection] = [operands.value(1), operands.value(2)];
  if (isSet(collection)) return collection.has(value);
  return elementsOf(collection).some((element) => equal(element, value));
}

function elementsOf(collection: Value): readonly Value[] {
  if (isArray(collection)) return membersOf(collection);
  if (isRegoObject(collection)) return Array.from(collection.entries(), ([, value]) => value);
  return isObjectValue(collection) ? Object.values(collection) : [];
}

/** Whether a collection has the value at the key; a member of a set is its own key. */
function isEntry(operands: Operands): boolean {
  const [key, value, collection] = [operands.value(1), operands.value(2), operands.value(3)];
  const found = get(collection, key);
  return found !== undefined && equal(found, value);
}
