import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("sets", () => {
  it.each([
    ["sets.contains([1, 2], [1])", "true"],
    ["sets.contains([1], [1, 2])", "false"],
    ["sets.equivalent([1, 2, 1], [2, 1])", "true"],
    ["sets.equivalent([1], [2])", "false"],
    ["sets.intersects([1], [2])", "false"],
    ["sets.intersects([1, 2], [2])", "true"],
    ["sets.contains(object.spec.l, [1.0])", "true"],
    ["sets.contains(object.spec.n, [1])", "error: no such overload: sets.contains(int, list)"],
  ])("lists are sets: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
