import { expect, test } from "vitest";
import { outcomeOf } from "../../../test/outcome-of.js";

test.each<[string, boolean]>([
  ['p if "a" in {1, 2}', true],
  ["p if {1}, 5 in {5}", true],
  ["p if 5, {1} in {5}", true],
  ["p if 1, 1 in {1}", false],
  ['p if "a" in [1]', false],
  ['p if "a" in {"k": 1}', false],
  ["p if 1 in 5", false],
  ["p if input.a in {1}", false],
  ["p if startswith(input.a, input.b)", false],
])("release 1.22 judges what a set can contain: %j", (rego, isRefused) => {
  expect(outcomeOf({ rego, compile: { reference: "1.22" } }).includes("match error")).toBe(isRefused);
  expect(outcomeOf({ rego })).not.toContain("match error");
});
