import type { ClientResult } from "../client/gatekeeper-client.js";

/** What the validating webhook replies to a request. */
export interface ValidationAnswer {
  readonly allowed: boolean;
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  readonly warnings?: readonly string[];
}

/** The code of a request that is admitted with warnings. */
const WARNING = 299;

/**
 * Turns violations into the reply of the validating webhook. What an action says that nobody knows is not done.
 *
 * @param results - in Gatekeeper's order, which is that of the lines in the message
 * @source gatekeeper, pkg/webhook/policy.go, Handle
 */
export const answerResults = (results: readonly ClientResult[]): ValidationAnswer => {
  const denials = linesOf(results, "deny");
  const warnings = linesOf(results, "warn");
  const withWarnings = warnings.length > 0 && { warnings };
  if (denials.length === 0) return { allowed: true, code: warnings.length > 0 ? WARNING : 200, ...withWarnings };
  return { allowed: false, code: 403, reason: "Forbidden", message: denials.join("\n"), ...withWarnings };
};

const linesOf = (results: readonly ClientResult[], action: string): readonly string[] =>
  results
    .filter(({ enforcementAction, scopedActions }) =>
      enforcementAction === "scoped" ? scopedActions?.includes(action) : enforcementAction === action,
    )
    .map(({ constraint, message }) => `[${constraint.name}] ${message}`);
