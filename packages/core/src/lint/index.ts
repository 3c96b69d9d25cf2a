export { RELEASES, type Release } from "@ostiary/rules/deckhouse";
export { type LintResult, lintPolicies, type PolicyFinding } from "./lint-policies.js";
export type { Evidence, LintFinding } from "./lint-rule.js";
