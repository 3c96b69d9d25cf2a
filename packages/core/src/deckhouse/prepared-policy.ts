import type { KindSelector } from "@ostiary/rules/deckhouse";
import type { PolicyRef, Problem } from "../decision.js";
import type { Constraint } from "./constraint.js";
import { generateConstraints, type Policy } from "./generate-constraints.js";
import { type Preparation, type PreparedConstraint, prepareConstraints } from "./prepared-constraint.js";

/** The constraints of one policy. They share all of their match but the kinds. */
export type PolicyConstraints = readonly PreparedConstraint[];

/** A policy of which so much is known as it takes to find it. */
export interface PreparedPolicy {
  readonly ref: PolicyRef;
  /** What the match of its constraints has in common. */
  readonly selection: object;
  /** The kinds of objects that each of its constraints names. */
  readonly kinds: readonly (readonly KindSelector[])[];
  /** Its constraints, made when they are first asked for: most policies of a cluster never meet the objects at hand. */
  constraints(): PolicyConstraints;
}

/**
 * Looks through policies for faults and gets them ready to be found.
 *
 * @param problems - gets those of constraints that cannot be made
 */
export const preparePolicies = (
  policies: readonly Policy[],
  preparation: Preparation,
  problems: Problem[],
): readonly PreparedPolicy[] => {
  const examined = new Set<string>();
  return policies.map((policy) => {
    const constraints = generateConstraints(policy, preparation.release);
    // Many policies ask for the same, and what is the same has no other faults.
    const news = constraints.filter((constraint) => isNew(constraint, examined));
    const made = prepareConstraints(news, preparation, problems);
    if (made.length < news.length) for (const constraint of news) examined.delete(keyOf(constraint));
    return toPrepared(policy, constraints, preparation);
  });
};

const keyOf = ({ kind, parameters }: Constraint): string => `${kind.name} ${JSON.stringify(parameters)}`;

const isNew = (constraint: Constraint, examined: Set<string>): boolean => {
  const size = examined.size;
  return examined.add(keyOf(constraint)).size > size;
};

const toPrepared = (policy: Policy, constraints: readonly Constraint[], preparation: Preparation): PreparedPolicy => {
  let made: PolicyConstraints | undefined;
  return {
    ref: { kind: policy.kind, name: policy.name },
    selection: constraints[0]?.selection ?? {},
    kinds: constraints.map(({ kinds }) => kinds),
    constraints: () => {
      // What cannot be made has been reported.
      made ??= prepareConstraints(generateConstraints(policy, preparation.release), preparation, []);
      return made;
    },
  };
};
