import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("extended lists", () => {
  it.each([
    ["[1, 2, 3].slice(1, 2)", "[2]"],
    ["[1, 2, 3].slice(1, 9)", "error: cannot slice(1, 9), list is length 3"],
    ["[1, 2, 3].slice(2, 1)", "error: cannot slice(2, 1), start index must be less than or equal to end index"],
    ["[1, 2, 3].slice(-1, 1)", "error: cannot slice(-1, 1), negative indexes not supported"],
  ])("parts of lists: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[[1], [2, 3]].flatten()", "[1, 2, 3]"],
    ["object.spec.l.flatten()", "[1, 2, 3]"],
    ["[[[1]]].flatten(2)", "[1]"],
    ["object.spec.l.flatten(-1)", "error: level must be non-negative"],
    ["object.spec.n.flatten()", "error: no such overload: int.flatten()"],
  ])("lists are flattened: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[3, 1, 2].sort()", "[1, 2, 3]"],
    ['["b", "a"].sort()', '["a", "b"]'],
    ["object.spec.l.sort()", "[1, 2, 3]"],
    ["object.spec.mixed.sort()", "error: list elements must have the same type"],
    ['["bb", "a"].sortBy(x, size(x))', '["a", "bb"]'],
    ["[].sort()", "[]"],
  ])("lists are sorted, by themselves or by keys: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1, 1, 2].distinct()", "[1, 2]"],
    ["object.spec.mixed.distinct()", '[1, "x", 3]'],
    ["[1, 2].reverse()", "[2, 1]"],
    ["lists.range(3)", "[0, 1, 2]"],
    ["lists.range(-1)", "[]"],
  ])("distinct, reverse, range: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
