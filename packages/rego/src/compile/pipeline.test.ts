import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test("a stage that finds errors is the last", () => {
  expect(outcomeOf({ rego: "a := foo(1)\nb := x\nc := c" })).toBe("3:6 rego_type_error: undefined function foo");
});

test("modules count in the order of their names", () => {
  const lines = outcomeOf({ rego: ["package test\n\na := x\n", "package test\n\nb := y\n"] }).split("\n");
  expect(lines).toStrictEqual([
    "3:6 rego_unsafe_var_error: var x is unsafe",
    "3:6 rego_unsafe_var_error: var y is unsafe",
  ]);
});

test("v0 and v1 modules live in one process", () => {
  const v0 = outcomeOf({ rego: "p[x] { x := 1 }", compile: { version: "v0" } });
  const v1 = outcomeOf({ rego: "p contains x if { x := 1 }" });
  expect([v0, v1]).toStrictEqual(['{"p": {1}}', '{"p": {1}}']);
});
