import { compareBytes } from "@ostiary/rules";
import type { Answer, Violation } from "../decision.js";
import type { GatekeeperPart, PolicyOutcome } from "../policy-kind.js";

/** The code of an object that is admitted with warnings. */
const WITH_WARNINGS = 299;

/**
 * What Gatekeeper's validating webhook replies, given what the rules of all its constraints found: it lists violations by
 * action and message.
 *
 * @param verdict - what it replies whatever they found
 * @source gatekeeper, pkg/webhook/policy.go, Handle; frameworks/constraint, pkg/types/validation.go
 */
export const answerForGatekeeper = (outcomes: readonly PolicyOutcome[], verdict: GatekeeperPart["verdict"]): Answer => {
  if (verdict !== undefined) return { ...NOTHING_ADDED, ...verdict };
  const violations = outcomes.flatMap((outcome) => outcome.violations).sort(compareViolations);
  const [denials, warnings] = [linesOf(violations, "deny"), linesOf(violations, "warn")];
  if (denials.length === 0) {
    return { ...NOTHING_ADDED, allowed: true, code: warnings.length > 0 ? WITH_WARNINGS : 200, warnings };
  }
  return { ...NOTHING_ADDED, allowed: false, code: 403, reason: "Forbidden", message: denials.join("\n"), warnings };
};

const NOTHING_ADDED = { server: "gatekeeper", warnings: [], auditAnnotations: {} } as const;

/** Gatekeeper leaves open how equal ones stand to each other; here the constraint decides. */
const compareViolations = (left: Violation, right: Violation): number =>
  compareBytes(actionOf(left), actionOf(right)) ||
  compareBytes(left.message, right.message) ||
  compareBytes(left.constraint?.kind ?? "", right.constraint?.kind ?? "") ||
  compareBytes(nameOf(left), nameOf(right));

/** As the constraint spells it. */
const actionOf = ({ enforcementAction, action }: Violation): string => enforcementAction ?? action;

const nameOf = ({ constraint, policy }: Violation): string => constraint?.name ?? policy.name;

const linesOf = (violations: readonly Violation[], action: string): readonly string[] =>
  violations
    .filter((violation) => (violation.scopedActions ?? [violation.action]).includes(action))
    .map((violation) => `[${nameOf(violation)}] ${violation.message}`);
