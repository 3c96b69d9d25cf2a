import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("literals that make no sense", () => {
  it.each([
    [
      'duration("soon")',
      'error: compilation failed: ERROR: <input>:1:10: invalid duration argument\n | duration("soon")\n | .........^',
    ],
    [
      'timestamp("now")',
      'error: compilation failed: ERROR: <input>:1:11: invalid timestamp argument\n | timestamp("now")\n | ..........^',
    ],
    [
      '"a".matches("[")',
      'error: compilation failed: ERROR: <input>:1:13: invalid matches argument\n | "a".matches("[")\n | ............^',
    ],
    [
      'object.spec.s.matches("(") || true',
      'error: compilation failed: ERROR: <input>:1:23: invalid matches argument\n | object.spec.s.matches("(") || true\n | ......................^',
    ],
    [
      '[1].map(x, duration("x"))',
      'error: compilation failed: ERROR: <input>:1:21: invalid duration argument\n | [1].map(x, duration("x"))\n | ....................^',
    ],
  ])("literals that a function does not take do not compile: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['int("x")', "error: program instantiation failed: type conversion error from 'string' to 'int'"],
    [
      'object.spec.b || bool("maybe")',
      "error: program instantiation failed: type conversion error from 'string' to 'bool'",
    ],
    ['"a".find("[")', "error: program instantiation failed: error parsing regexp: missing closing ]: `[`"],
    ["uint(-1)", "error: program instantiation failed: unsigned integer overflow"],
  ])("constants without a value do not compile: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['duration("1h") == duration("60m")', "true"],
    ['int("5") + 1', "6"],
    ['timestamp("2020-01-01T00:00:00Z").getFullYear()', "2020"],
  ])("literals that make sense do: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
