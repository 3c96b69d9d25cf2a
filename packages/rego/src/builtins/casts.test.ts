import { describe, expect, test } from "vitest";
import { numberFromText } from "../value/number.js";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { castBuiltins } from "./casts.js";

describe("types are told", () => {
  test.each<[string, readonly Value[], string]>([
    ["is_array", [[]], "true"],
    ["is_array", [true], "false"],
    ["is_array", [null], "false"],
    ["is_array", [numberFromText("1.0")], "false"],
    ["is_array", [{}], "false"],
    ["is_array", [new RegoObject([[1, 2]])], "false"],
    ["is_array", [new RegoSet([])], "false"],
    ["is_array", [""], "false"],
    ["is_boolean", [[]], "false"],
    ["is_boolean", [true], "true"],
    ["is_boolean", [null], "false"],
    ["is_boolean", [numberFromText("1.0")], "false"],
    ["is_boolean", [{}], "false"],
    ["is_boolean", [new RegoObject([[1, 2]])], "false"],
    ["is_boolean", [new RegoSet([])], "false"],
    ["is_boolean", [""], "false"],
    ["is_null", [[]], "false"],
    ["is_null", [true], "false"],
    ["is_null", [null], "true"],
    ["is_null", [numberFromText("1.0")], "false"],
    ["is_null", [{}], "false"],
    ["is_null", [new RegoObject([[1, 2]])], "false"],
    ["is_null", [new RegoSet([])], "false"],
    ["is_null", [""], "false"],
    ["is_number", [[]], "false"],
    ["is_number", [true], "false"],
    ["is_number", [null], "false"],
    ["is_number", [numberFromText("1.0")], "true"],
    ["is_number", [{}], "false"],
    ["is_number", [new RegoObject([[1, 2]])], "false"],
    ["is_number", [new RegoSet([])], "false"],
    ["is_number", [""], "false"],
    ["is_object", [[]], "false"],
    ["is_object", [true], "false"],
    ["is_object", [null], "false"],
    ["is_object", [numberFromText("1.0")], "false"],
    ["is_object", [{}], "true"],
    ["is_object", [new RegoObject([[1, 2]])], "true"],
    ["is_object", [new RegoSet([])], "false"],
    ["is_object", [""], "false"],
    ["is_set", [[]], "false"],
    ["is_set", [true], "false"],
    ["is_set", [null], "false"],
    ["is_set", [numberFromText("1.0")], "false"],
    ["is_set", [{}], "false"],
    ["is_set", [new RegoObject([[1, 2]])], "false"],
    ["is_set", [new RegoSet([])], "true"],
    ["is_set", [""], "false"],
    ["is_string", [[]], "false"],
    ["is_string", [true], "false"],
    ["is_string", [null], "false"],
    ["is_string", [numberFromText("1.0")], "false"],
    ["is_string", [{}], "false"],
    ["is_string", [new RegoObject([[1, 2]])], "false"],
    ["is_string", [new RegoSet([])], "false"],
    ["is_string", [""], "true"],
    ["type_name", [[]], '"array"'],
    ["type_name", [true], '"boolean"'],
    ["type_name", [null], '"null"'],
    ["type_name", [numberFromText("1.0")], '"number"'],
    ["type_name", [{}], '"object"'],
    ["type_name", [new RegoObject([[1, 2]])], '"object"'],
    ["type_name", [new RegoSet([])], '"set"'],
    ["type_name", [""], '"string"'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(castBuiltins, name, operands)).toBe(expected);
  });
});

describe("to_number takes what Go's ParseFloat takes, and keeps the text (10.3)", () => {
  test.each<[string, readonly Value[], string]>([
    ["to_number", [null], "0"],
    ["to_number", [true], "1"],
    ["to_number", [false], "0"],
    ["to_number", [7], "7"],
    ["to_number", [numberFromText("1.0")], "1.0"],
    ["to_number", ["1"], "1"],
    ["to_number", ["1_000"], "1_000"],
    ["to_number", ["+1"], "+1"],
    ["to_number", [".5"], ".5"],
    ["to_number", ["1."], "1."],
    ["to_number", ["01"], "01"],
    ["to_number", ["0x1p-2"], "0x1p-2"],
    ["to_number", ["0X1P+2"], "0X1P+2"],
    ["to_number", ["1e400"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "1e400": value out of range'],
    [
      "to_number",
      ["0x1p2000"],
      'eval_builtin_error: to_number: strconv.ParseFloat: parsing "0x1p2000": value out of range',
    ],
    ["to_number", ["0x10"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "0x10": invalid syntax'],
    ["to_number", [" 1"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing " 1": invalid syntax'],
    ["to_number", [""], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "": invalid syntax'],
    ["to_number", ["1e"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "1e": invalid syntax'],
    ["to_number", ["nan"], "eval_type_error: to_number: operand 1 must be valid number string but got string"],
    ["to_number", ["-inf"], "eval_type_error: to_number: operand 1 must be valid number string but got string"],
    ["to_number", ["Infinity"], "eval_type_error: to_number: operand 1 must be valid number string but got string"],
    ["to_number", ["1__0"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "1__0": invalid syntax'],
    ["to_number", ["_1"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "_1": invalid syntax'],
    ["to_number", ["-"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "-": invalid syntax'],
    ["to_number", ["é"], 'eval_builtin_error: to_number: strconv.ParseFloat: parsing "é": invalid syntax'],
    ["to_number", ["12345678901234567890123"], "12345678901234567890123"],
    [
      "to_number",
      [[]],
      "eval_type_error: to_number: operand 1 must be one of {null, boolean, number, string} but got array",
    ],
    [
      "to_number",
      [{}],
      "eval_type_error: to_number: operand 1 must be one of {null, boolean, number, string} but got object",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(castBuiltins, name, operands)).toBe(expected);
  });
});

describe("casts want the type already", () => {
  test.each<[string, readonly Value[], string]>([
    ["cast_array", [[1]], "[1]"],
    ["cast_array", [new RegoSet([1, 2])], "[1, 2]"],
    ["cast_array", ["a"], "eval_type_error: cast_array: operand 1 must be one of {array, set} but got string"],
    ["cast_set", [[1, 1]], "{1}"],
    ["cast_set", [new RegoSet([1])], "{1}"],
    ["cast_set", [{}], "eval_type_error: cast_set: operand 1 must be one of {array, set} but got object"],
    ["cast_string", ["a"], '"a"'],
    ["cast_string", [1], "eval_type_error: cast_string: operand 1 must be string but got number"],
    ["cast_boolean", [false], "false"],
    ["cast_boolean", [null], "eval_type_error: cast_boolean: operand 1 must be boolean but got null"],
    ["cast_null", [null], "null"],
    ["cast_null", [0], "eval_type_error: cast_null: operand 1 must be null but got number"],
    ["cast_object", [{ a: 1 }], '{"a": 1}'],
    ["cast_object", [[]], "eval_type_error: cast_object: operand 1 must be object but got array"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(castBuiltins, name, operands)).toBe(expected);
  });
});

test("a binary exponent that would fill the memory is refused", () => {
  expect(callBuiltin(castBuiltins, "to_number", ["0x1p-999999999"])).toMatch(/value out of range$/);
});
