import type { Decision } from "@ostiary/core";
import { compare } from "../../compare.js";
import type { Outcome } from "../../suite.js";

/** A violation as the collection writes it down. */
export interface ExpectedViolation {
  /** The policy, or the built-in standard, that the constraint was made from. */
  readonly source: { readonly kind: string; readonly name: string };
  readonly constraintKind: string;
  readonly constraintName: string;
  readonly enforcementAction: string;
  readonly message: string;
}

/**
 * Compares a decision with the violations that the real engine reports, as sets. Upstream's own standards, which are no
 * constraints, do not count; a problem that refuses the object does, for the real engine has none.
 *
 * @param only - which of our violations are meant; the others are compared elsewhere
 */
export const compareViolations = (
  { violations, problems }: Decision,
  expected: readonly ExpectedViolation[],
  only: (constraintKind: string) => boolean = () => true,
): Outcome => {
  const ours = violations.flatMap(({ policy, constraint, action, message }): readonly ExpectedViolation[] =>
    constraint === undefined || !only(constraint.kind)
      ? []
      : [
          {
            source: { kind: policy.kind, name: policy.name },
            constraintKind: constraint.kind,
            constraintName: constraint.name,
            enforcementAction: action,
            message,
          },
        ],
  );
  const refusing = problems.filter(({ effect }) => effect === "deny").map(({ message }) => message);
  return compare({ violations: sort(ours), problems: refusing }, { violations: sort(expected), problems: [] });
};

const sort = (violations: readonly ExpectedViolation[]): readonly string[] => violations.map(write).sort();

const write = ({ source, constraintKind, constraintName, enforcementAction, message }: ExpectedViolation): string =>
  `${source.kind}/${source.name} ${constraintKind}/${constraintName} ${enforcementAction}: ${message}`;
