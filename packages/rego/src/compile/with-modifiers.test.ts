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
  ["p if { true with eq as x }", `rego_compile_error: ${mock} replacement of "eq" invalid`],
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

test.each<[string, string]>([
  ["p if { true with a as 1 with b as 1; true with c as 1 }", "3:18"],
  ["p if { x := [1 | true with a as 1]; count(x) == 1 with b as 1 }", "3:56"],
  ["p if { count([1 | true with a as 1]) == 1; count([1 | true with b as 1]) == 1 }", "3:29 3:65"],
  ["p if { true with a as 1 } else if { true with b as 1 }", "3:18 3:47"],
])("of %j the first target of each body is refused, outer bodies first", (rego, places) => {
  const errors = outcomeOf({ rego }).split("\n");
  expect(errors.map((error) => error.split(" ")[0]).join(" ")).toBe(places);
});
