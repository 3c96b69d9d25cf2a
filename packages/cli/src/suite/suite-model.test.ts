import { expect, test } from "vitest";
import { type CaseResult, worstOutcome } from "./suite-model.js";

test.each<[CaseResult["outcome"][], CaseResult["outcome"]]>([
  [[], "passed"],
  [["passed", "skipped"], "passed"],
  [["skipped", "skipped"], "skipped"],
  [["passed", "failed", "skipped"], "failed"],
  [["failed", "error"], "error"],
])("%j come to %s", (outcomes, expected) => {
  expect(worstOutcome(outcomes)).toBe(expected);
});
