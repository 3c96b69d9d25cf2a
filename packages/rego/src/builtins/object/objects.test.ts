import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { objectBuiltins } from "./objects.js";

describe("a value is got by key or path (10.6)", () => {
  test.each<[string, readonly Value[], string]>([
    ["object.get", [{ a: 1 }, "a", 9], "1"],
    ["object.get", [{ a: null }, "a", 9], "null"],
    ["object.get", [{ a: false }, "a", 9], "false"],
    ["object.get", [{ a: 1 }, "b", 9], "9"],
    ["object.get", [{ a: { b: [1, { c: 2 }] } }, ["a", "b", 1, "c"], 9], "2"],
    ["object.get", [{ a: { b: [1] } }, ["a", "b", 5], 9], "9"],
    ["object.get", [{ a: 1 }, ["a", "b"], 9], "9"],
    ["object.get", [{ a: 1 }, [], 9], '{"a": 1}'],
    ["object.get", [new RegoObject([[[1], "x"]]), [1], 9], "9"],
    ["object.get", [new RegoObject([[1, "x"]]), numberFromText("1.0"), 9], '"x"'],
    ["object.get", [{ a: 1 }, "toString", 9], "9"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(objectBuiltins, name, operands)).toBe(expected);
  });
});

describe("objects are merged, filtered and compared", () => {
  test.each<[string, readonly Value[], string]>([
    ["object.keys", [{ b: 1, a: 2 }], '{"a", "b"}'],
    ["object.keys", [new RegoObject([[[1], 2]])], "{[1]}"],
    ["object.union", [{ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } }], '{"a": {"b": 1, "c": 3, "d": 4}}'],
    ["object.union", [{ a: { b: 1 } }, { a: 5 }], '{"a": 5}'],
    ["object.union", [{ a: 5 }, { a: { b: 1 } }], '{"a": {"b": 1}}'],
    ["object.union_n", [[{ a: { b: 1 } }, { a: 5 }, { a: { c: 1 } }]], '{"a": {"c": 1}}'],
    ["object.union_n", [[]], "{}"],
    ["object.union_n", [[{ a: { b: { c: 1 } } }, { a: { b: { d: 1 } } }]], '{"a": {"b": {"c": 1, "d": 1}}}'],
    ["object.remove", [{ a: 1, b: 2 }, ["a"]], '{"b": 2}'],
    ["object.remove", [{ a: 1, b: 2 }, { a: 9 }], '{"b": 2}'],
    ["object.remove", [new RegoObject([[1, 2]]), new RegoSet([numberFromText("1.0")])], "{}"],
    ["object.filter", [{ a: 1, b: 2 }, new RegoSet(["a", "z"])], '{"a": 1}'],
    ["object.filter", [{ a: 1, b: 2 }, { b: 0 }], '{"b": 2}'],
    ["object.subset", [{ a: 1, b: { c: 2 } }, { b: { c: 2 } }], "true"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(objectBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["object.get", [[1], 0, 9], "eval_type_error: object.get: operand 1 must be object but got array"],
    ["object.get", [null, "a", 9], "eval_type_error: object.get: operand 1 must be object but got null"],
    ["object.keys", [[]], "eval_type_error: object.keys: operand 1 must be object but got array"],
    ["object.union", [1, {}], "eval_type_error: object.union: operand 1 must be object but got number"],
    ["object.union", [{}, new RegoSet([])], "eval_type_error: object.union: operand 2 must be object but got set"],
    ["object.union_n", [{}], "eval_type_error: object.union_n: operand 1 must be array but got object"],
    [
      "object.union_n",
      [[{}, 1]],
      "eval_type_error: object.union_n: operand 1 must be array of objects but got array containing number",
    ],
    ["object.remove", [1, []], "eval_type_error: object.remove: operand 1 must be object but got number"],
    [
      "object.remove",
      [{}, "a"],
      "eval_type_error: object.remove: operand 2 must be one of {object, set, array} but got string",
    ],
    [
      "object.filter",
      [{}, 1],
      "eval_type_error: object.filter: operand 2 must be one of {object, set, array} but got number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(objectBuiltins, name, operands)).toBe(expected);
  });
});
