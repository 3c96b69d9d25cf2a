import { expect, it } from "vitest";
import { implyResults } from "./implied-results.js";

const results = [{ message: "no", enforcementAction: "deny", more: 1 }];

it("messages tell the template, and an action of the template replaces every action, whatever its text", () => {
  expect(implyResults({ template: "t", enforcementAction: "whatever" }, results)).toEqual([
    { message: "[Implied by t] no", enforcementAction: "whatever", more: 1 },
  ]);
});

it("without an action of the template the constraint's stays", () => {
  expect(implyResults({ template: "t", enforcementAction: "" }, results)).toMatchObject([
    { enforcementAction: "deny" },
  ]);
});
