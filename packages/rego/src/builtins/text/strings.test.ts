import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { stringBuiltins } from "./strings.js";

describe("strings are sequences of code points (10.2)", () => {
  test.each<[string, readonly Value[], string]>([
    ["substring", ["äö😀ü", 1, 2], '"ö😀"'],
    ["substring", ["abc", 1, -1], '"bc"'],
    ["substring", ["abc", 5, 2], '""'],
    ["substring", ["abc", 0, 99], '"abc"'],
    ["indexof", ["ä😀b", "b"], "2"],
    ["indexof", ["abc", "z"], "-1"],
    ["indexof_n", ["😀a😀a", "a"], "[1, 3]"],
    ["indexof_n", ["aaa", "aa"], "[0, 1]"],
    ["strings.reverse", ["a😀b"], '"b😀a"'],
    ["split", ["a😀", ""], '["a", "😀"]'],
    ["split", ["", ""], "[]"],
    ["split", ["", ","], '[""]'],
    ["split", ["a,b,", ","], '["a", "b", ""]'],
    ["strings.count", ["aaaa", "aa"], "2"],
    ["strings.count", ["a😀", ""], "3"],
    ["lower", ["İΟΔΥΣΣΕΥΣ"], '"iοδυσσευσ"'],
    ["upper", ["straße"], '"STRAßE"'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(stringBuiltins, name, operands)).toBe(expected);
  });
});

describe("parts are found, joined and replaced", () => {
  test.each<[string, readonly Value[], string]>([
    ["concat", [",", ["a", "b"]], '"a,b"'],
    ["concat", ["", new RegoSet(["a", "b"])], '"ab"'],
    ["concat", [",", []], '""'],
    ["contains", ["abc", "bc"], "true"],
    ["contains", ["abc", ""], "true"],
    ["startswith", ["abc", "ab"], "true"],
    ["endswith", ["abc", "bc"], "true"],
    ["replace", ["aaa", "a", "b"], '"bbb"'],
    ["replace", ["abc", "", "-"], '"-a-b-c-"'],
    ["replace", ["abc", "z", "-"], '"abc"'],
    ["strings.replace_n", [{ a: "1", ab: "2" }, "abab"], '"1b1b"'],
    [
      "strings.replace_n",
      [
        new RegoObject([
          ["", "-"],
          ["b", "X"],
        ]),
        "abc",
      ],
      '"-a-X-c-"',
    ],
    ["strings.any_prefix_match", [["xa", "ya"], "x"], "true"],
    ["strings.any_prefix_match", ["abc", new RegoSet(["b"])], "false"],
    ["strings.any_suffix_match", [new RegoSet(["abc"]), ["x", "c"]], "true"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(stringBuiltins, name, operands)).toBe(expected);
  });
});

describe("integers are written in four bases", () => {
  test.each<[string, readonly Value[], string]>([
    ["format_int", [255, 16], '"ff"'],
    ["format_int", [-255, 2], '"-11111111"'],
    ["format_int", [1.9, 10], '"1"'],
    ["format_int", [-1.9, 8], '"-1"'],
    ["format_int", [12345678901234567890n, 16], '"ab54a98ceb1f0ad2"'],
    ["format_int", [5, 3], "eval_type_error: format_int: operand 2 must be one of {2, 8, 10, 16}"],
    ["format_int", [5, "a"], "eval_type_error: format_int: operand 2 must be number but got string"],
    ["format_int", ["a", 10], "eval_type_error: format_int: operand 1 must be number but got string"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(stringBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["concat", [1, []], "eval_type_error: concat: operand 1 must be string but got number"],
    [
      "concat",
      [",", ["a", 1]],
      "eval_type_error: concat: operand 2 must be array of strings but got array containing number",
    ],
    [
      "concat",
      [",", new RegoSet([1])],
      "eval_type_error: concat: operand 2 must be set of strings but got set containing number",
    ],
    ["concat", [",", "a"], "eval_type_error: concat: operand 2 must be one of {set, array} but got string"],
    ["contains", [1, "a"], "eval_type_error: contains: operand 1 must be string but got number"],
    ["startswith", ["a", null], "eval_type_error: startswith: operand 2 must be string but got null"],
    ["endswith", [[], "a"], "eval_type_error: endswith: operand 1 must be string but got array"],
    ["substring", ["abc", -1, 1], "eval_builtin_error: substring: negative offset"],
    [
      "substring",
      ["abc", 0.5, 1],
      "eval_type_error: substring: operand 2 must be integer number but got floating-point number",
    ],
    ["indexof", ["abc", ""], "eval_builtin_error: indexof: empty search character"],
    ["indexof_n", ["abc", ""], "eval_builtin_error: indexof_n: empty search character"],
    ["split", ["a", 1], "eval_type_error: split: operand 2 must be string but got number"],
    ["replace", ["a", "b", 1], "eval_type_error: replace: operand 3 must be string but got number"],
    ["lower", [1], "eval_type_error: lower: operand 1 must be string but got number"],
    ["upper", [null], "eval_type_error: upper: operand 1 must be string but got null"],
    ["strings.reverse", [1], "eval_type_error: strings.reverse: operand 1 must be string but got number"],
    ["strings.count", ["a", 1], "eval_type_error: strings.count: operand 2 must be string but got number"],
    [
      "strings.replace_n",
      [new RegoObject([[1, "a"]]), "b"],
      "eval_type_error: strings.replace_n: operand 1 non-string key found in pattern object",
    ],
    [
      "strings.replace_n",
      [{ a: 1 }, "b"],
      "eval_type_error: strings.replace_n: operand 1 non-string value found in pattern object",
    ],
    ["strings.replace_n", [{}, 1], "eval_type_error: strings.replace_n: operand 2 must be string but got number"],
    [
      "strings.any_prefix_match",
      [1, "a"],
      "eval_type_error: strings.any_prefix_match: operand 1 must be one of {string, set, array} but got number",
    ],
    [
      "strings.any_suffix_match",
      ["a", [1]],
      "eval_type_error: strings.any_suffix_match: operand 2 must be array of strings but got array containing number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(stringBuiltins, name, operands)).toBe(expected);
  });
});

test("a text that is too long meets the limit", () => {
  const long = "a".repeat(1_000);
  expect(callBuiltin(stringBuiltins, "replace", [long, "a", long])).toBe("limit: stringLength");
  expect(callBuiltin(stringBuiltins, "concat", [long, Array.from({ length: 200 }, () => "")])).toBe(
    "limit: stringLength",
  );
  expect(callBuiltin(stringBuiltins, "strings.replace_n", [{ a: long }, long])).toBe("limit: stringLength");
});
