import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { arrayBuiltins } from "./arrays.js";
import { callBuiltin } from "./call-builtin.js";

describe("arrays are joined, cut, flattened one level and reversed", () => {
  test.each<[string, readonly Value[], string]>([
    ["array.concat", [[1], [2, 3]], "[1, 2, 3]"],
    ["array.concat", [[], []], "[]"],
    ["array.slice", [[1, 2, 3], 1, 2], "[2]"],
    ["array.slice", [[1, 2, 3], -5, 99], "[1, 2, 3]"],
    ["array.slice", [[1, 2, 3], 2, 1], "[]"],
    ["array.slice", [[1, 2, 3], 3, 5], "[]"],
    ["array.flatten", [[1, [2, [3]], [], new RegoSet([1])]], "[1, 2, [3], {1}]"],
    ["array.reverse", [[1, 2, 3]], "[3, 2, 1]"],
    ["array.reverse", [[]], "[]"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(arrayBuiltins, name, operands)).toBe(expected);
  });
});

describe("operands of a wrong type are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["array.concat", [1, []], "eval_type_error: array.concat: operand 1 must be array but got number"],
    ["array.concat", [[], new RegoSet([])], "eval_type_error: array.concat: operand 2 must be array but got set"],
    ["array.slice", ["abc", 0, 1], "eval_type_error: array.slice: operand 1 must be array but got string"],
    [
      "array.slice",
      [[1], numberFromText("1.0"), 2],
      "eval_type_error: array.slice: operand 2 must be integer number but got floating-point number",
    ],
    ["array.slice", [[1], 0, "a"], "eval_type_error: array.slice: operand 3 must be number but got string"],
    [
      "array.slice",
      [[1], 0.5, 1],
      "eval_type_error: array.slice: operand 2 must be integer number but got floating-point number",
    ],
    ["array.flatten", [{}], "eval_type_error: array.flatten: operand 1 must be array but got object"],
    ["array.reverse", [null], "eval_type_error: array.reverse: operand 1 must be array but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(arrayBuiltins, name, operands)).toBe(expected);
  });
});
