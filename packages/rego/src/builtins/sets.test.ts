import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { setBuiltins } from "./sets.js";

describe("the members of a set of sets are combined", () => {
  test.each<[string, readonly Value[], string]>([
    ["intersection", [new RegoSet([])], "set()"],
    ["intersection", [new RegoSet([new RegoSet([1, 2]), new RegoSet([2, 3])])], "{2}"],
    ["intersection", [new RegoSet([new RegoSet([])])], "set()"],
    ["union", [new RegoSet([])], "set()"],
    ["union", [new RegoSet([new RegoSet([1]), new RegoSet([numberFromText("1.0"), 2])])], "{1, 2}"],
    ["set_diff", [new RegoSet([1, 2]), new RegoSet([2])], "{1}"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(setBuiltins, name, operands)).toBe(expected);
  });
});

describe("operands of a wrong type are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["intersection", [[new RegoSet([1])]], "eval_type_error: intersection: operand 1 must be set but got array"],
    ["intersection", [new RegoSet([1])], "eval_type_error: intersection: operand 1 must be set but got number"],
    ["union", [new RegoSet(["a", new RegoSet([1])])], "eval_type_error: union: operand 1 must be set but got string"],
    ["union", [{}], "eval_type_error: union: operand 1 must be set but got object"],
    ["set_diff", [new RegoSet([1]), [1]], "eval_type_error: set_diff: operand 2 must be set but got array"],
    ["set_diff", [1, new RegoSet([])], "eval_type_error: set_diff: operand 1 must be set but got number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(setBuiltins, name, operands)).toBe(expected);
  });
});
