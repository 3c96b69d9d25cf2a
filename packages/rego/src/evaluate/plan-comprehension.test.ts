import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("comprehensions collect all solutions (9.1)", () => {
  test.each<[string, string]>([
    ["[x | x := input.xs[_]]", "[3, 1, 3]"],
    ["{x | x := input.xs[_]}", "{1, 3}"],
    ["{i: x | x := input.xs[i]}", "{0: 3, 1: 1, 2: 3}"],
    ["[1 | false]", "[]"],
    ["{1 | false}", "set()"],
    ["{1: 2 | false}", "{}"],
    ["[input.none | true]", "[]"],
    ["[[y | y := x + 1] | x := input.xs[_]]", "[[4], [2], [4]]"],
    ["{1 | 1}", "{1}"],
    ["[x | some x in {2, 1}]", "[1, 2]"],
  ])("%s", (term, expected) => {
    expect(outcomeOf({ rego: `p := ${term}`, query: "data.test.p", input: { xs: [3, 1, 3] } })).toBe(expected);
  });

  test("a key with two values is a conflict", () => {
    const outcome = outcomeOf({ rego: 'p := {"k": x | x := input[_]}', input: [1, 2] });
    expect(outcome).toBe("3:6 eval_conflict_error: object keys must be unique");
  });
});
