import { expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";

test.each<[string, string]>([
  ["data := 1", "3:1 rego_compile_error: rules must not shadow data (use a different rule name)"],
  ["p if { input := 1 }", "3:8 rego_compile_error: variables must not shadow input (use a different variable name)"],
  ["p := [1 | data := 1]", "3:11 rego_compile_error: variables must not shadow data (use a different variable name)"],
])("v1 refuses %s", (rego, expected) => {
  expect(outcomeOf({ rego })).toBe(expected);
});

test("v0 does not", () => {
  expect(outcomeOfV0({ rego: "p { input := 1; input == 1 }", query: "data.test.p" })).toBe("true");
});

test("v1 refuses two imports of one name", () => {
  const imports = "package test\nimport data.a.x\nimport data.b as x\n\np := x\n";
  expect(outcomeOf({ rego: [imports] })).toBe("3:1 rego_compile_error: import must not shadow import data.a.x");
  const aliased = "package test\nimport data.a as x\nimport data.b as x\n\np := x\n";
  expect(outcomeOf({ rego: [aliased] })).toContain("import must not shadow import data.a as x");
  expect(outcomeOf({ rego: [imports], compile: { version: "v0" } })).toBe("{}");
});
