import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

const mock = "with keyword replacing built-in function:";

test.each<[string, string]>([
  [
    "p if { x := 1; x == 2 with x as 2 }",
    "rego_type_error: with keyword target must reference existing input, data, or a function",
  ],
  [
    "p if { true with nope as 2 }",
    "rego_type_error: with keyword target must reference existing input, data, or a function",
  ],
  [
    "p if { true with internal.print as 3 }",
    `rego_compile_error: ${mock} replacement of internal function "internal.print" invalid`,
  ],
  [
    "p if { true with rego.metadata.rule as 3 }",
    `rego_compile_error: ${mock} replacement of "rego.metadata.rule" invalid`,
  ],
  ["p if { walk([1], x) with walk as 1; x }", `rego_compile_error: ${mock} target must not be a relation`],
  ["p if { true with print as 1 }", `rego_compile_error: ${mock} target must not be a void function`],
  [
    "f(x) := x\np if { f(1) with data.test.f.a as 1 }",
    "rego_compile_error: with keyword cannot partially replace virtual document(s)",
  ],
  ["f(x) := x\ng(x, y) := x\np if { f(1) with f as g }", "rego_type_error: data.test.f: arity mismatch"],
])("%j is refused", (rego, expected) => {
  expect(outcomeOf({ rego })).toContain(expected);
});
