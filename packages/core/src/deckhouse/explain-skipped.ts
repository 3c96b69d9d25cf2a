import { ObjectView, Reading } from "@ostiary/rules";
import type { Consideration, PolicyRef } from "../decision.js";
import { compileCriteria, type MatchNamespace } from "../match/constraint-match.js";
import type { BoundPolicy } from "../policy-kind.js";
import type { ConstraintTarget } from "./constraint-target.js";
import type { PolicyConstraints } from "./prepared-policy.js";
import type { PreparedStandards } from "./prepared-standards.js";

/** What a part of a match asks for, where it does not hold. */
const NOTES: readonly (readonly [criterion: string, note: string])[] = [
  ["kinds", "it is about other kinds of objects"],
  ["scope", "it is about objects in namespaces only"],
  ["namespaces", "its `matchNames` do not have the namespace"],
  ["excludedNamespaces", "its `excludeNames` have the namespace"],
  ["labelSelector", "its `labelSelector` does not select the object"],
  ["namespaceSelector", "its `namespaceSelector` does not select the namespace"],
];

/** Everything holds, but the webhook is not asked. */
const NOT_SENT = "the cluster asks about no objects of the kind, for no constraint names it";

/** Says of every policy that was not bound why it was not. */
export const explainSkipped = (
  policies: readonly PolicyConstraints[],
  targets: readonly ConstraintTarget[],
  namespace: MatchNamespace | undefined,
  bound: readonly BoundPolicy[],
): readonly Consideration[] =>
  policies.flatMap((constraints): readonly Consideration[] => {
    const [first] = constraints;
    if (first === undefined || bound.some(({ policy }) => isSame(policy, first.policy))) return [];
    return [{ policy: first.policy, outcome: "skipped", note: reasonFor(constraints, targets, namespace) }];
  });

const NO_NAMESPACE = "the labels of its namespace are not known";
/** What keeps a standard from a namespace. */
const NOT_ASKED = "neither the namespace's label `security.deckhouse.io/pod-policy` nor the default policy asks for it";

/** Says of every built-in standard that was not bound why it was not. */
export const explainStandards = (
  standards: PreparedStandards,
  targets: readonly ConstraintTarget[],
  namespace: MatchNamespace | undefined,
  bound: readonly BoundPolicy[],
): readonly Consideration[] => {
  const applied = namespace && standards.applied(namespace.labels);
  const hasPod = targets.some(({ match }) => match.group === "" && match.kind === "Pod");
  return Object.entries(standards.constraints).flatMap(([name, constraints]): readonly Consideration[] => {
    const [skipped] = explainSkipped([constraints], targets, namespace, bound);
    if (skipped === undefined) return [];
    if (!hasPod) return [skipped];
    if (applied === undefined) return [{ ...skipped, note: NO_NAMESPACE }];
    const isAsked = applied.some(({ standard }) => standard === name);
    return [isAsked ? skipped : { ...skipped, note: NOT_ASKED }];
  });
};

const isSame = (one: PolicyRef, other: PolicyRef): boolean => one.kind === other.kind && one.name === other.name;

/** The reason that comes last in the order of criteria: the one that is nearest to a match. */
const reasonFor = (
  constraints: PolicyConstraints,
  targets: readonly ConstraintTarget[],
  namespace: MatchNamespace | undefined,
): string => {
  const ranks = constraints.flatMap(({ kinds, selection }) => {
    const criteria = compileCriteria(ObjectView.root(new Reading(), { kinds, ...selection }, []));
    return targets.map((target) => {
      const failed = criteria.find(({ holds }) => holds(target.match, namespace, "Original") !== true);
      return NOTES.findIndex(([criterion]) => criterion === failed?.name);
    });
  });
  const [, note] = NOTES[Math.max(...ranks)] ?? ["", NOT_SENT];
  return note;
};
