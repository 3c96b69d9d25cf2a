import type { PolicySpec } from "../deckhouse/policy-schema.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";
import { listAt } from "./value-at.js";

type Policies = PolicySpec["policies"];

/** The chart of 1.66 asks for the length of both lists, of which only one is there. */
const oneListOfResources = (policies: Policies): readonly LintFinding[] => {
  const [limits, requests] = ["limits", "requests"].map(
    (part) => listAt(policies, ["requiredResources", part]).length > 0,
  );
  if (limits === requests) return [];
  const message = `release 1.66 cannot render a policy with one of \`limits\` and \`requests\`: then nothing of the module is enforced any more`;
  return [{ message, path: fieldPath("requiredResources") }];
};

/** A policy that the API server takes, and that keeps the module from making its constraints. */
export const breaksRelease: LintRule = {
  code: "breaks-release",
  find: ({ policy: { spec }, release }) => (release === "1.66" ? oneListOfResources(spec.policies) : []),
};
