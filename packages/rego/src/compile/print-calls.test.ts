import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { compileRego } from "../index.js";

test("a body of prints only is true when printing is off", () => {
  expect(outcomeOf({ rego: 'p if print("a")' })).toBe('{"p": true}');
  expect(outcomeOf({ rego: "p := [1 | print(x)]" })).toBe('{"p": [1]}');
});

test.each<[string, string]>([
  ["p if print(x)", "3:12 var x is undeclared"],
  ["p if { print(x); x = 1 }", "3:14 var x is undeclared"],
  ["p if { x = 1; print(x) }", ""],
  ["p if print(input[_])", "3:12 var _ is undeclared"],
  ["f(x) if print(x, y)", "3:18 var y is undeclared"],
  ["p := [1 | x := 1; [y | y := 2; print(x, y)]]", ""],
  ["p if { x := 1 with count as 2; [1 | print(x)] }", ""],
  ["p if { every x in [3] { print(x); y := x; print(y) } }", ""],
  ["p if { y := [1 | print(x)]; x = 1; y }", "3:24 var x is undeclared\n3:24 var x is undeclared"],
  ["p if { every x in [3] { print(x); print(z) } }", "3:41 var z is undeclared\n3:41 var z is undeclared"],
])("with printing on, what is printed must be bound before: %s", (rego, expected) => {
  const compiled = compileRego([{ file: "a.rego", source: `package test\n\n${rego}\n` }], { printing: "on" });
  const errors = compiled.ok ? [] : compiled.errors.map(({ row, column, message }) => `${row}:${column} ${message}`);
  expect(errors.join("\n")).toBe(expected);
});

test("release 1.22 reports what is not bound once", () => {
  const compile = { printing: "on", reference: "1.22" } as const;
  const outcome = outcomeOf({ rego: "p if { y := [1 | print(x)]; x = 1; y }", compile });
  expect(outcome).toBe("3:24 rego_compile_error: var x is undeclared");
});

test("a query with other errors has none of its prints", () => {
  const compile = { printing: "on" } as const;
  expect(outcomeOf({ rego: "p := 1", query: "print(x); x := 1", compile })).toBe(
    "1:11 rego_compile_error: var x referenced above",
  );
  expect(outcomeOf({ rego: "p := 1", query: "print(x); x = 1", compile })).toBe(
    "1:7 rego_compile_error: var x is undeclared",
  );
});
