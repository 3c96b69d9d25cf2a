import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { compileRego } from "../index.js";

test.each<[string, string]>([
  ["p := foo(1)", "3:6 rego_type_error: undefined function foo"],
  ["p := foo.bar(1)", "3:6 rego_type_error: undefined function foo.bar"],
  ["p := data.lib.f(1)", "3:6 rego_type_error: undefined function data.lib.f"],
  ["p := count()", "3:6 rego_type_error: count: arity mismatch"],
  ["p := count([1], [2], [3])", "3:6 rego_type_error: count: arity mismatch"],
  ["f(a, b) := a\np := f(1)", "4:6 rego_type_error: function data.test.f has arity 2, got 1 argument"],
  ["f(a) := a\np := f(1, 2, 3)", "4:6 rego_type_error: function data.test.f has arity 1, got 3 arguments"],
  ["p if { x := 1; x(2) }", "3:16 rego_type_error: undefined function x"],
  ["p := [1 | object := {}; object.get(object, 1, 1)]", "3:25 rego_type_error: undefined function object.get"],
])("%j", (rego, expected) => {
  expect(outcomeOf({ rego })).toBe(expected);
});

test("a builtin with too few or too many arguments is shown with the types of both", () => {
  const compiled = compileRego([{ file: "a.rego", source: "package test\n\np := startswith([x | x := 1])" }]);
  expect(compiled.ok ? [] : compiled.errors[0]?.details).toStrictEqual([
    "have: (???, ???)",
    "want: (search: string, base: string)",
  ]);
});
