import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("parse expression", () => {
  it.each([
    ["0x1F", "31"],
    ["1u", "1"],
    ["1e3", "1000"],
    ['"\\u00e9\\n"', "é\n"],
    ["'a'", "a"],
    ['r"\\d"', "\\d"],
    ['b"\\x41" == b"A"', "true"],
    ["'''a\nb'''", "a\nb"],
    ["null", "null"],
    ["true", "true"],
    ["-9223372036854775808", "-9223372036854775808"],
    [
      "9223372036854775808",
      "error: compilation failed: ERROR: <input>:1:1: invalid int literal\n | 9223372036854775808\n | ^",
    ],
    ["--1", "1"],
    ["!!true", "true"],
    ["1 // comment", "1"],
  ])("literals: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["true || false && false", "true"],
    [
      "true ? false ? 1 : 2 : 3",
      "error: compilation failed: ERROR: <input>:1:14: Syntax error: mismatched input '?' expecting ':'\n | true ? false ? 1 : 2 : 3\n | .............^",
    ],
    ["-2 + 1", "-1"],
    ["!true || true", "true"],
    ["1 < 2 == true", "true"],
  ])("operators bind as in CEL: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
