import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("lists", () => {
  it.each([
    ["[1, 2, 3].sum()", "6"],
    ["[1.5, 2.5].sum()", "4"],
    ["[1u, 2u].sum()", "3"],
    ['[duration("1s"), duration("2s")].sum()', "3s"],
    ["[].sum()", "0"],
    ["object.spec.mixed.sum()", "error: no such overload"],
    ["[9223372036854775807, 1].sum()", "error: integer overflow"],
  ])("lists are added up: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[3, 1, 2].max()", "3"],
    ["[3, 1, 2].min()", "1"],
    ['["b", "a"].min()', "a"],
    ["object.spec.l.max()", "3"],
    ["object.spec.mixed.max()", "3"],
    ["object.spec.e.max()", "error: max called on empty list"],
    ["[].min()", "error: min called on empty list"],
  ])("the greatest and the least element: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1, 2, 3].isSorted()", "true"],
    ["[3, 2].isSorted()", "false"],
    ["object.spec.strs.isSorted()", "true"],
    ["object.spec.mixed.isSorted()", "true"],
  ])("the order of elements: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["[1, 2, 1].indexOf(1)", "0"],
    ["[1, 2, 1].lastIndexOf(1)", "2"],
    ["[1].indexOf(5)", "-1"],
    ["object.spec.l.indexOf(2.0)", "1"],
  ])("elements are found by what they are: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
