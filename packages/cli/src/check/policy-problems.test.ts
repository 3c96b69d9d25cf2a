import { expect, test } from "vitest";
import type { PlacedPolicy } from "./policy-document.js";
import { describePolicyProblems } from "./policy-problems.js";

const policy = (name: string): PlacedPolicy => ({
  value: { apiVersion: "deckhouse.io/v1alpha1", kind: "OperationPolicy", metadata: { name } },
  locate: (path) => ({ file: `${name}.yaml`, line: path.length }),
});
const POLICIES = [policy("a"), policy("b")];

test("a problem is told of the document that it numbers, at its path, by its effect", () => {
  const problem = { code: "invalid-policy", message: "policy document 1: `spec`: wrong", document: 1, path: ["spec"] };
  expect(describePolicyProblems([{ ...problem, effect: "deny" }], POLICIES)).toEqual([
    { file: "b.yaml", line: 1, code: "invalid-policy", message: "`spec`: wrong", severity: "error" },
  ]);
  expect(describePolicyProblems([{ ...problem, effect: "report" }], POLICIES)).toMatchObject([{ severity: "warning" }]);
});

test("a problem that numbers no document is told of the policy that it names, if that can be found", () => {
  const problem = { code: "a", message: "b", effect: "deny" } as const;
  const named = (name: string) => ({ ...problem, policy: { kind: "OperationPolicy", name } });
  const files = describePolicyProblems([named("b"), named("c"), problem], POLICIES).map(({ file }) => file);
  expect(files).toEqual(["b.yaml", "policies", "policies"]);
});
