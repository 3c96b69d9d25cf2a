import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { globsMatchBuiltins } from "./globs-match.js";

describe("some text matches both patterns", () => {
  test.each<[string, readonly Value[], string]>([
    ["regex.globs_match", ["a.a.[0-9]+z", ".b.b2359825792*594823z"], "true"],
    ["regex.globs_match", ["[a-z]+", "[0-9]*"], "false"],
    ["regex.globs_match", ["b.*", "bar"], "true"],
    ["regex.globs_match", ["a*", "b*"], "false"],
    ["regex.globs_match", ["", ""], "true"],
    ["regex.globs_match", ["", "a*"], "false"],
    ["regex.globs_match", ["a+", "a*b"], "false"],
    ["regex.globs_match", ["[a-c]x", "[c-e]x"], "true"],
    ["regex.globs_match", ["a\\.b", "a.b"], "true"],
    ["regex.globs_match", ["x+y", "xxxy"], "true"],
    ["regex.globs_match", ["é", "."], "true"],
    [
      "regex.globs_match",
      ["[abc", "a"],
      "eval_builtin_error: regex.globs_match: input:[abc, pos:4, found [ without matching ]: the input provided is invalid",
    ],
    [
      "regex.globs_match",
      ["a", "[z-a]"],
      "eval_builtin_error: regex.globs_match: input:[z-a], pos:4, range is out of order: 'a' comes before 'z' in Unicode: the input provided is invalid",
    ],
    [
      "regex.globs_match",
      ["]", "a"],
      "eval_builtin_error: regex.globs_match: input:], pos:1, set-close ']' with no preceding '[': the input provided is invalid",
    ],
    [
      "regex.globs_match",
      ["a", "a\\"],
      "eval_builtin_error: regex.globs_match: input:a\\, pos:1, input ends with a \\ (escape) character: the input provided is invalid",
    ],
    [
      "regex.globs_match",
      ["a", "**"],
      "eval_builtin_error: regex.globs_match: input:**, pos:1, flag '*' must be preceded by a non-flag: the input provided is invalid",
    ],
    ["regex.globs_match", [1, "a"], "eval_type_error: regex.globs_match: operand 1 must be string but got number"],
    ["regex.globs_match", ["a", null], "eval_type_error: regex.globs_match: operand 2 must be string but got null"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(globsMatchBuiltins, name, operands)).toBe(expected);
  });
});
