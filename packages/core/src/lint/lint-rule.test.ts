import { expect, it } from "vitest";
import { fieldPath } from "./lint-rule.js";

it("fields of a policy stand in `spec.policies`", () => {
  expect(fieldPath("allowedRepos", 0)).toEqual(["spec", "policies", "allowedRepos", 0]);
});
