import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const query = "data.test.p";

describe("calls (8.5, 8.6)", () => {
  test.each<[string, string, string]>([
    ["a builtin as condition", 'p if startswith("ab", "a")', "true"],
    ["a builtin that is false", 'p if startswith("ab", "b")', "undefined"],
    ["an explicit result", "p := n if count([1, 2], n)", "2"],
    ["a constant result", "p if count([1, 2], 2)", "true"],
    ["another constant result", "p if count([1, 2], 3)", "undefined"],
    ["a failing builtin is undefined", 'p := to_number("x")', "undefined"],
    ["not a failing builtin", 'p if not to_number("x")', "true"],
    ["a relation", "p := [x | walk([1, [2]], [_, x])]", "[[1, [2]], 1, [2], 2]"],
    ["a relation with paths", "p := [k | walk([1, [2]], [k, 2])]", "[[1, 0]]"],
    ["nested calls", 'p := count(split(concat(",", input.xs), ","))', "2"],
    ["an undefined argument", "p := count(input.none)", "undefined"],
  ])("%s", (_title, rego, expected) => {
    expect(outcomeOf({ rego, query, input: { xs: ["a", "b"] } })).toBe(expected);
  });

  test("with strict errors the first error is the result", () => {
    const rego = 'p := 1 if { to_number("x") }\nq := count(input.xs) if true';
    expect(outcomeOf({ rego, input: { xs: 1 }, strictBuiltinErrors: true })).toContain("3:13 eval_");
  });

  test("a pattern that is asked for again and again gets the same answer", () => {
    const rego = 'p := [regex.match("^a+$", x) | x := input.xs[_]]';
    const xs = ["aa", "aa", "b", "b", "aa"];
    expect(outcomeOf({ rego, query, input: { xs } })).toBe("[true, true, false, false, true]");
  });
});
