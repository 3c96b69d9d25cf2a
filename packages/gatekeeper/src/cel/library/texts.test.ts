import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("text functions", () => {
  it.each([
    ['"abc".contains("b")', "true"],
    ['"abc".startsWith("ab")', "true"],
    ['"abc".endsWith("bc")', "true"],
    ['object.spec.n.startsWith("a")', "error: no such overload"],
    ["object.spec.s.contains(object.spec.n)", "error: no such overload"],
    [
      '"abc".startsWith(1)',
      "error: compilation failed: ERROR: <input>:1:17: found no matching overload for 'startsWith' applied to 'string.(int)'\n | \"abc\".startsWith(1)\n | ................^",
    ],
  ])("a text is asked about its parts: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"abc".matches("^a.c$")', "true"],
    ['matches("abc", "b")', "true"],
    ['"aé".matches("\\\\p{L}+$")', "true"],
    ["object.spec.s.matches(object.spec.bad)", "error: error parsing regexp: missing closing ]: `[`"],
    [
      '"abc".matches("[")',
      'error: compilation failed: ERROR: <input>:1:15: invalid matches argument\n | "abc".matches("[")\n | ..............^',
    ],
    [
      '"abc".matches("(?=a)")',
      'error: compilation failed: ERROR: <input>:1:15: invalid matches argument\n | "abc".matches("(?=a)")\n | ..............^',
    ],
  ])("patterns have the syntax of RE2: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['"abc123".find("[0-9]+")', "123"],
    ['"abc".find("[0-9]+")', ""],
    ['"abc 123 def".findAll("[a-z]+")', '["abc", "def"]'],
    ['"aaa".findAll("a", 2)', '["a", "a"]'],
    ['"abc".findAll("x*")', '["", "", "", ""]'],
    ['"abc".find(object.spec.bad)', "error: Illegal regex: error parsing regexp: missing closing ]: `[`"],
    ['"abc".find("[")', "error: program instantiation failed: error parsing regexp: missing closing ]: `[`"],
    ['"baac".findAll("a*")', '["", "aa", ""]'],
  ])("find gives the first match, findAll all of them: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
