import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("quantities", () => {
  it.each([
    ['quantity("1k").compareTo(quantity("1000"))', "0"],
    ['quantity("1Ki").isGreaterThan(quantity("1k"))', "true"],
    ['quantity("100m").isLessThan(quantity("0.2"))', "true"],
    ['quantity("1e3") == quantity("1k")', "true"],
    ['quantity("1") == quantity("2")', "false"],
    ['sign(quantity("-1"))', "-1"],
    ['sign(quantity("0"))', "0"],
  ])("quantities are compared by what they amount to: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['quantity("1").add(quantity("2")).sub(1) == quantity("2")', "true"],
    ['quantity("100m").add(1).asApproximateFloat()', "1.1"],
  ])("quantities are added and subtracted: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['quantity("5Gi").asInteger()', "5368709120"],
    ['quantity("1500m").isInteger()', "false"],
    ['quantity("1000m").isInteger()', "false"],
    ['quantity("1.5k").isInteger()', "true"],
    ['quantity("1.0").isInteger()', "false"],
    ['quantity("1500m").asInteger()', "error: cannot convert value to integer"],
    ['quantity("250m").asApproximateFloat()', "0.25"],
  ])("a quantity is a number, or not: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      'quantity("abc")',
      "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [
      'quantity("1q")',
      "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [
      'quantity("")',
      "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [
      'quantity("1 ")',
      "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    ['quantity("1e")', "error: unable to parse quantity's suffix"],
  ])("what is no quantity is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['isQuantity("1Gi")', "true"],
    ['isQuantity(".5")', "true"],
    ['isQuantity("1.")', "true"],
    ['isQuantity("+1")', "true"],
    ['isQuantity("1KI")', "false"],
    ['isQuantity("1.2.3")', "false"],
  ])("isQuantity: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      'quantity("10").sign()',
      "error: compilation failed: ERROR: <input>:1:20: found no matching overload for 'sign' applied to 'kubernetes.Quantity.()'\n | quantity(\"10\").sign()\n | ...................^",
    ],
  ])("what is no quantity has no sign: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
