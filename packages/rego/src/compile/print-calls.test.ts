import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test("a body of prints only is true when printing is off", () => {
  expect(outcomeOf({ rego: 'p if print("a")' })).toBe('{"p": true}');
  expect(outcomeOf({ rego: "p := [1 | print(x)]" })).toBe('{"p": [1]}');
});

test("with printing on, operands must be bound", () => {
  const compile = { printing: "on" } as const;
  expect(outcomeOf({ rego: "p if print(x)", compile })).toBe("3:6 rego_compile_error: var x is undeclared");
  expect(outcomeOf({ rego: "p if { print(x); x = 1 }", compile })).toBe('{"p": true}');
  expect(outcomeOf({ rego: "p := [1 | x := 1; [y | y := 2; print(x, y)]]", compile })).toBe('{"p": [1]}');
});
