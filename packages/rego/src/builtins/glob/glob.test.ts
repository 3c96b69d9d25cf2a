import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { globBuiltins } from "./glob.js";

describe("patterns match whole texts (10.5)", () => {
  test.each<[string, readonly Value[], string]>([
    ["glob.match", ["*", null, "a.b"], "true"],
    ["glob.match", ["*", [], "a.b"], "false"],
    ["glob.match", ["**", [], "a.b"], "true"],
    ["glob.match", ["a.*.c", ["."], "a.b.c"], "true"],
    ["glob.match", ["a?c", [], "abc"], "true"],
    ["glob.match", ["?", ["."], "."], "false"],
    ["glob.match", ["[a-c]", null, "b"], "true"],
    ["glob.match", ["[!a-c]", null, "b"], "false"],
    ["glob.match", ["[^a]", null, "^"], "true"],
    ["glob.match", ["{a,b{c,d}}", null, "bd"], "true"],
    ["glob.match", ["\\*", null, "*"], "true"],
    ["glob.match", ["*", ["/"], "a/b"], "false"],
    ["glob.match", ["api.*.com", [], "api.github.com"], "true"],
    ["glob.match", ["", null, ""], "true"],
    ["glob.match", ["é*", null, "é😀"], "true"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(globBuiltins, name, operands)).toBe(expected);
  });
});

describe("malformed patterns and other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["glob.match", ["[abc", null, "a"], "eval_builtin_error: glob.match: unexpected end of input"],
    [
      "glob.match",
      ["[z-a]", null, "a"],
      "eval_builtin_error: glob.match: hi character 'a' should be greater than lo 'z'",
    ],
    ["glob.match", ["[]", null, "a"], "eval_builtin_error: glob.match: could not parse range"],
    ["glob.match", ["[a-cd]", null, "a"], "eval_builtin_error: glob.match: expected close range character"],
    [
      "glob.match",
      ["a", ["ab"], "a"],
      "eval_type_error: glob.match: operand 2 must be array of runes but got array containing string",
    ],
    [
      "glob.match",
      ["a", [1], "a"],
      "eval_type_error: glob.match: operand 2 must be array of strings but got array containing number",
    ],
    ["glob.match", ["a", 1, "a"], "eval_type_error: glob.match: operand 2 must be one of {array, null} but got number"],
    ["glob.match", [1, [], "a"], "eval_type_error: glob.match: operand 1 must be string but got number"],
    ["glob.match", ["a", [], 1], "eval_type_error: glob.match: operand 3 must be string but got number"],
    ["glob.quote_meta", ["*?\\[]{}a,-!"], '"\\\\*\\\\?\\\\\\\\\\\\[\\\\]\\\\{\\\\}a,-!"'],
    ["glob.quote_meta", [1], "eval_type_error: glob.quote_meta: operand 1 must be string but got number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(globBuiltins, name, operands)).toBe(expected);
  });
});

test("a pattern is compiled once in an evaluation", () => {
  const context = testContext();
  expect(callBuiltin(globBuiltins, "glob.match", ["a*", [], "ab"], context)).toBe("true");
  expect(context.memory.size).toBe(1);
  expect(callBuiltin(globBuiltins, "glob.match", ["a*", [], "b"], context)).toBe("false");
});
