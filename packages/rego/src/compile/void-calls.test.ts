import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test("a print has no value", () => {
  expect(outcomeOf({ rego: 'p := print("a")' })).toBe('3:6 rego_type_error: print("a") used as value');
  expect(outcomeOf({ rego: 'p if { x := [print("a")] }' })).toContain("used as value");
  expect(outcomeOf({ rego: "p := [x | x := print(1)]" })).toContain("used as value");
});
