import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { trimmingBuiltins } from "./trimming.js";

describe("ends are cut off", () => {
  test.each<[string, readonly Value[], string]>([
    ["trim", [" a b ", " "], '"a b"'],
    ["trim", ["xyax", "xy"], '"a"'],
    ["trim", ["😀a😀", "😀"], '"a"'],
    ["trim", ["aaa", "a"], '""'],
    ["trim", ["a", ""], '"a"'],
    ["trim_left", ["xxax", "x"], '"ax"'],
    ["trim_right", ["xaxx", "x"], '"xa"'],
    ["trim_right", ["a😀😀", "😀"], '"a"'],
    ["trim_prefix", ["foofoo", "foo"], '"foo"'],
    ["trim_prefix", ["bar", "foo"], '"bar"'],
    ["trim_suffix", ["foofoo", "foo"], '"foo"'],
    ["trim_suffix", ["foo", ""], '"foo"'],
    ["trim_space", [" \t\n 　a b "], '"a b"'],
    ["trim_space", [""], '""'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(trimmingBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["trim", [1, "a"], "eval_type_error: trim: operand 1 must be string but got number"],
    ["trim", ["a", null], "eval_type_error: trim: operand 2 must be string but got null"],
    ["trim_left", [1, "a"], "eval_type_error: trim_left: operand 1 must be string but got number"],
    ["trim_left", ["a", null], "eval_type_error: trim_left: operand 2 must be string but got null"],
    ["trim_right", [1, "a"], "eval_type_error: trim_right: operand 1 must be string but got number"],
    ["trim_right", ["a", null], "eval_type_error: trim_right: operand 2 must be string but got null"],
    ["trim_prefix", [1, "a"], "eval_type_error: trim_prefix: operand 1 must be string but got number"],
    ["trim_prefix", ["a", null], "eval_type_error: trim_prefix: operand 2 must be string but got null"],
    ["trim_suffix", [1, "a"], "eval_type_error: trim_suffix: operand 1 must be string but got number"],
    ["trim_suffix", ["a", null], "eval_type_error: trim_suffix: operand 2 must be string but got null"],
    ["trim_space", [[]], "eval_type_error: trim_space: operand 1 must be string but got array"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(trimmingBuiltins, name, operands)).toBe(expected);
  });
});
