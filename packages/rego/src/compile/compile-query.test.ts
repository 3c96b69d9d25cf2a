import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { compileRego } from "../index.js";

const policy = compileRego([{ file: "a.rego", source: "package a\n\np contains x if some x in [1, 2]\n" }]);

const bindingsOf = (query: string, mode: "values" | "conditions" = "values") => {
  const prepared = policy.ok ? policy.value.prepare(query, { mode }) : policy;
  const results = prepared.ok ? prepared.value.evaluate() : prepared;
  return results.ok ? results.value.map(({ bindings }) => [...bindings]) : results.errors;
};

test("the variables of a query are its results, under the names of the source", () => {
  expect(bindingsOf("some x; data.a.p[x]; y := x + 1")).toStrictEqual([
    [
      ["x", 1],
      ["y", 2],
    ],
    [
      ["x", 2],
      ["y", 3],
    ],
  ]);
});

test("a literal that is false is a value of a query, and no solution of conditions", () => {
  expect([bindingsOf("1 == 2"), bindingsOf("1 == 2", "conditions")]).toStrictEqual([[[]], []]);
});

test.each([
  ["input.xs[i]", "1\n2"],
  ["input.xs[_]", "1\n2"],
  ["input.xs[0]", "false"],
  ["x = input.xs[0]", "true"],
  ["x := 1; input.xs[0]", "undefined"],
  ["[x | x := input.xs[_]]", "[false, 1, 2]"],
  ["walk(false)", "[[], false]"],
  ["data.test.p[i].q", "undefined"],
])("a literal of several, or with several solutions, must not be false: %s", (query, expected) => {
  expect(outcomeOf({ rego: 'p["a"].q := false', query, input: { xs: [false, 1, 2] } })).toBe(expected);
});

test.each([
  ["foo(1)", "1:1 rego_type_error: undefined function foo"],
  ["x > 1", "1:1 rego_unsafe_var_error: var x is unsafe"],
  ["count(1)", "1:1 rego_type_error: count: invalid argument(s)"],
])("%s has the errors of a body", (query, error) => {
  expect(outcomeOf({ rego: "p := 1", query })).toBe(error);
});

test("a call with its result as one argument more is a condition, even where that is false", () => {
  const rego = "f(x) := x";
  expect(outcomeOf({ rego, query: "data.test.f(1, y); y" })).toBe("1");
  expect(outcomeOf({ rego, query: "data.test.f(1, 2)" })).toBe("undefined");
  expect(outcomeOf({ rego, query: "count([1], x)" })).toBe("true");
});
