import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";

const functions = `f("a", x) := x + 1
f("b", x) := x + 2
f(other, x) := x + 3 if other != "b"
f("b", x) := x + 2 if x > 5
f("c", x) := 10`;

describe("a call tries the definitions that take its constant, in their order", () => {
  test.each<[string, string]>([
    ['f("b", 6)', '"p": 8'],
    ['f("c", 7)', '"p": 10'],
    ['f("d", 1)', '"p": 4'],
    ["f(1, 1)", '"p": 4'],
    ['f(["a"], 1)', '"p": 4'],
  ])("%s", (call, expected) => {
    expect(outcomeOf({ rego: `${functions}\np := ${call}` })).toBe(`{${expected}}`);
  });

  test("definitions that take the same constant and disagree are a conflict", () => {
    expect(outcomeOf({ rego: `${functions}\np := f("a", 1)` })).toContain(
      "functions must not produce multiple outputs for same inputs",
    );
  });

  test("no definition takes the constant", () => {
    expect(outcomeOf({ rego: 'f("a") := 1\nf("b") := 2\np := f("c")' })).toBe("{}");
  });
});
