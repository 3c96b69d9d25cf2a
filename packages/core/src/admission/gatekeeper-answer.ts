import { compareBytes } from "@ostiary/rules";
import type { Answer, Violation } from "../decision.js";
import type { GatekeeperPart, PolicyOutcome } from "../policy-kind.js";

/** The code of an object that is admitted with warnings. */
const WITH_WARNINGS = 299;

/**
 * What Gatekeeper's validating webhook replies, given what the rules of all its constraints found: it lists violations by
 * action and message.
 *
 * @param part - what else is known of the reply
 * @source gatekeeper, pkg/webhook/policy.go, Handle; frameworks/constraint, pkg/types/validation.go
 */
export const answerForGatekeeper = (
  outcomes: readonly PolicyOutcome[],
  { verdict, refusal }: GatekeeperPart,
): Answer => {
  if (verdict !== undefined) return { ...NOTHING_ADDED, ...verdict };
  const violations = outcomes.flatMap(listConstrained).sort(compareViolations);
  const [denials, warnings] = [linesOf(violations, "deny"), linesOf(violations, "warn")];
  const message = denials.length > 0 ? denials.join("\n") : refusal;
  if (message === undefined) {
    return { ...NOTHING_ADDED, allowed: true, code: warnings.length > 0 ? WITH_WARNINGS : 200, warnings };
  }
  return { ...NOTHING_ADDED, allowed: false, code: 403, reason: "Forbidden", message, warnings };
};

const NOTHING_ADDED = { server: "gatekeeper", warnings: [], auditAnnotations: {} } as const;

/** A violation of a constraint, which the reply names. */
interface Constrained {
  readonly violation: Violation;
  readonly constraint: NonNullable<Violation["constraint"]>;
}

const listConstrained = ({ violations }: PolicyOutcome): readonly Constrained[] =>
  violations.flatMap((violation) =>
    violation.constraint === undefined ? [] : [{ violation, constraint: violation.constraint }],
  );

/** Gatekeeper leaves open how equal ones stand to each other; here the constraint decides. */
const compareViolations = (left: Constrained, right: Constrained): number =>
  compareBytes(actionOf(left), actionOf(right)) ||
  compareBytes(left.violation.message, right.violation.message) ||
  compareBytes(left.constraint.kind, right.constraint.kind) ||
  compareBytes(left.constraint.name, right.constraint.name);

/** As the constraint spells it. */
const actionOf = ({ violation: { enforcementAction, action } }: Constrained): string => enforcementAction ?? action;

const linesOf = (violations: readonly Constrained[], action: string): readonly string[] =>
  violations
    .filter(({ violation }) => (violation.scopedActions ?? [violation.action]).includes(action))
    .map(({ violation, constraint }) => `[${constraint.name}] ${violation.message}`);
