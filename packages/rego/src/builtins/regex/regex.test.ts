import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { regexBuiltins } from "./regex.js";

describe("patterns have RE2's syntax and semantics (10.4)", () => {
  test.each<[string, readonly Value[], string]>([
    ["regex.match", ["^a.c$", "abc"], "true"],
    ["regex.match", ["b", "abc"], "true"],
    ["regex.match", ["(?i)É", "é"], "true"],
    ["regex.match", ["[[:alpha:]]+", "1"], "false"],
    ["re_match", ["a", "ba"], "true"],
    ["regex.is_valid", ["("], "false"],
    ["regex.is_valid", ["a"], "true"],
    ["regex.is_valid", [1], "false"],
    ["regex.split", ["a*", "baac"], '["b", "c"]'],
    ["regex.split", ["", "abc"], '["a", "b", "c"]'],
    ["regex.split", ["x", ""], '[""]'],
    ["regex.split", ["[,;]", "a,b;"], '["a", "b", ""]'],
    ["regex.find_n", ["a.", "paranormal", -1], '["ar", "an", "al"]'],
    ["regex.find_n", ["a*", "baac", -1], '["", "aa", ""]'],
    ["regex.find_n", ["a", "aaa", 2], '["a", "a"]'],
    ["regex.find_n", ["a", "aaa", 0], "[]"],
    ["regex.find_all_string_submatch_n", ["(a)(b)?", "aab", -1], '[["a", "a", ""], ["ab", "a", "b"]]'],
    ["regex.replace", ["abc", "a(?P<n>b)", "[$n][\x24{1}x][$1x][$$][$"], '"[b][bx][][$][$c"'],
    ["regex.replace", ["baaac", "a*", "X"], '"XbXcX"'],
    ["regex.template_match", ["urn:foo:{.*}", "urn:foo:bar", "{", "}"], "true"],
    ["regex.template_match", ["urn:{a{2}}", "urn:aa", "{", "}"], "true"],
    ["regex.template_match", ["a.b{}c", "axbc", "{", "}"], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(regexBuiltins, name, operands)).toBe(expected);
  });
});

describe("invalid patterns and other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["regex.match", ["(a", "a"], "eval_builtin_error: regex.match: error parsing regexp: missing closing ): `(a`"],
    [
      "regex.match",
      ["a(?!b)", "a"],
      "eval_builtin_error: regex.match: error parsing regexp: invalid or unsupported Perl syntax: `(?!`",
    ],
    [
      "regex.match",
      ["\\8", "a"],
      "eval_builtin_error: regex.match: error parsing regexp: invalid escape sequence: `\\8`",
    ],
    [
      "regex.match",
      ["\\", "a"],
      "eval_builtin_error: regex.match: error parsing regexp: trailing backslash at end of expression: ``",
    ],
    ["regex.split", ["[a", "a"], "eval_builtin_error: regex.split: error parsing regexp: missing closing ]: `[a`"],
    [
      "regex.find_n",
      ["*", "a", 1],
      "eval_builtin_error: regex.find_n: error parsing regexp: missing argument to repetition operator: `*`",
    ],
    [
      "regex.replace",
      ["a", "a**", "a"],
      "eval_builtin_error: regex.replace: error parsing regexp: invalid nested repetition operator: `**`",
    ],
    ["regex.match", [1, "a"], "eval_type_error: regex.match: operand 1 must be string but got number"],
    ["regex.match", ["a", null], "eval_type_error: regex.match: operand 2 must be string but got null"],
    [
      "regex.find_n",
      ["a", "a", 1.5],
      "eval_type_error: regex.find_n: operand 3 must be integer number but got floating-point number",
    ],
    [
      "regex.find_all_string_submatch_n",
      ["a", "a", "b"],
      "eval_type_error: regex.find_all_string_submatch_n: operand 3 must be number but got string",
    ],
    ["regex.replace", [1, "a", "b"], "eval_type_error: regex.replace: operand 1 must be string but got number"],
    [
      "regex.template_match",
      ["a{b", "a", "{", "}"],
      'eval_builtin_error: regex.template_match: unbalanced braces in "a{b"',
    ],
    [
      "regex.template_match",
      ["ab}", "a", "{", "}"],
      'eval_builtin_error: regex.template_match: unbalanced braces in "ab}"',
    ],
    [
      "regex.template_match",
      ["a", "a", "{{", "}"],
      "eval_builtin_error: regex.template_match: start delimiter has to be exactly one character long but is 2 long",
    ],
    [
      "regex.template_match",
      ["a", "a", "{", "}}"],
      "eval_builtin_error: regex.template_match: end delimiter has to be exactly one character long but is 1 long",
    ],
    [
      "regex.template_match",
      ["{[}", "a", "{", "}"],
      "eval_builtin_error: regex.template_match: error parsing regexp: missing closing ]: `[$`",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(regexBuiltins, name, operands)).toBe(expected);
  });
});

test("a pattern that defeats backtracking takes linear time", () => {
  expect(callBuiltin(regexBuiltins, "regex.match", ["^(a+)+$", `${"a".repeat(50_000)}b`])).toBe("false");
});

test("a replacement that is too long meets the limit", () => {
  const long = "a".repeat(1_000);
  expect(callBuiltin(regexBuiltins, "regex.replace", [long, "a", long])).toBe("limit: stringLength");
});
