import type { Decision } from "@ostiary/core";
import { expect, it } from "vitest";
import { compareViolations, differenceOf, type ExpectedViolation } from "./compare-violations.js";

const expected: ExpectedViolation = {
  source: { kind: "OperationPolicy", name: "common" },
  constraintKind: "D8AllowedRepos",
  constraintName: "common",
  enforcementAction: "deny",
  message: "no",
};

const violation = {
  policy: expected.source,
  rule: "allowedRepos",
  constraint: { kind: "D8AllowedRepos", name: "common" },
  action: "deny",
  message: "no",
  findings: [],
} as const;

const decide = (...violations: Decision["violations"][number][]): Decision => ({
  allowed: false,
  violations,
  problems: [],
  considered: [],
});

it("equal sets of violations agree in any order", () => {
  const other = { ...violation, message: "never" };
  const lines = [{ ...expected, message: "never" }, expected];
  expect(compareViolations(decide(violation, other), lines)).toEqual({ kind: "passed" });
});

it.each<[string, Partial<ExpectedViolation>]>([
  ["the policy's kind", { source: { kind: "SecurityPolicy", name: "common" } }],
  ["the policy's name", { source: { kind: "OperationPolicy", name: "other" } }],
  ["the constraint's kind", { constraintKind: "D8DisallowedTags" }],
  ["the constraint's name", { constraintName: "other" }],
  ["the action", { enforcementAction: "warn" }],
  ["the message", { message: "yes" }],
])("a difference in %s is a failure", (_, difference) => {
  expect(compareViolations(decide(violation), [{ ...expected, ...difference }])).toMatchObject({ kind: "failed" });
});

it("a violation more or less is a failure", () => {
  expect(compareViolations(decide(violation), [])).toMatchObject({ kind: "failed" });
  expect(compareViolations(decide(), [expected])).toMatchObject({ kind: "failed" });
});

it("violations of upstream's standards do not count, nor those that nobody asks for", () => {
  const { constraint: _, ...upstream } = violation;
  expect(compareViolations(decide(upstream), [])).toEqual({ kind: "passed" });
  expect(compareViolations(decide(violation), [], (kind) => kind !== "D8AllowedRepos")).toEqual({ kind: "passed" });
});

it.each([
  ["deny", "failed"],
  ["report", "passed"],
] as const)("a problem with effect %s makes the case one that has %s", (effect, kind) => {
  const decision = { ...decide(violation), problems: [{ code: "odd", message: "odd", effect }] };
  expect(compareViolations(decision, [expected])).toMatchObject({ kind });
});

it("tells what each side has and the other has not", () => {
  const [other, foreign] = [
    { ...expected, message: "never" },
    { ...expected, message: "no, never" },
  ];
  const decision = decide(violation, { ...violation, message: "never" });
  expect(differenceOf(decision, [expected, foreign])).toEqual({ missing: [foreign], additional: [other] });
  expect(differenceOf(decision, [], (kind) => kind !== "D8AllowedRepos")).toEqual({ missing: [], additional: [] });
});
