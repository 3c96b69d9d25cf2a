import { expect, test } from "vitest";
import { outcomeOf, outcomeOfV0 } from "../../test/outcome-of.js";

test("v1 refuses deprecated builtins", () => {
  expect(outcomeOf({ rego: "p := any([true])" })).toBe(
    "3:6 rego_type_error: deprecated built-in function calls in expression: any",
  );
});

test("deprecated builtins stay in v0", () => {
  expect(outcomeOfV0({ rego: "p = any([true])", query: "data.test.p" })).toBe("true");
});
