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

/** Which of our constraints are meant. */
export type OfKind = (constraintKind: string) => boolean;

const OF_ANY_KIND: OfKind = () => true;

/**
 * Compares a decision with the violations that the real engine reports, as sets. Upstream's own standards, which are no
 * constraints, do not count; a problem that refuses the object does, for the real engine has none.
 *
 * @param isMeant - our other violations are compared elsewhere
 */
export const compareViolations = (
  decision: Decision,
  expected: readonly ExpectedViolation[],
  isMeant: OfKind = OF_ANY_KIND,
): Outcome => {
  const refusing = decision.problems.filter(({ effect }) => effect === "deny").map(({ message }) => message);
  return compare(
    { violations: listViolations(decision, isMeant).map(write).sort(), problems: refusing },
    { violations: expected.map(write).sort(), problems: [] },
  );
};

/** What one side reports, and not the other. */
export interface Difference {
  /** What only the real engine reports. */
  readonly missing: readonly ExpectedViolation[];
  /** What only we report. */
  readonly additional: readonly ExpectedViolation[];
}

/** Tells in what a decision and the real engine's violations differ. */
export const differenceOf = (
  decision: Decision,
  expected: readonly ExpectedViolation[],
  isMeant: OfKind = OF_ANY_KIND,
): Difference => {
  const ours = listViolations(decision, isMeant);
  const without = (list: readonly ExpectedViolation[], other: readonly ExpectedViolation[]) => {
    const known = new Set(other.map(write));
    return list.filter((violation) => !known.has(write(violation)));
  };
  return { missing: without(expected, ours), additional: without(ours, expected) };
};

const listViolations = ({ violations }: Decision, isMeant: OfKind): readonly ExpectedViolation[] =>
  violations.flatMap(({ policy, constraint, action, message }) =>
    constraint === undefined || !isMeant(constraint.kind)
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

const write = ({ source, constraintKind, constraintName, enforcementAction, message }: ExpectedViolation): string =>
  `${source.kind}/${source.name} ${constraintKind}/${constraintName} ${enforcementAction}: ${message}`;
