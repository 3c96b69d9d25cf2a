import type { Action, Consideration, PolicyRef, Problem } from "../decision.js";
import type { MatchNamespace, MatchResult, MatchTarget } from "../match/constraint-match.js";
import type { Binding, BoundPolicy, BoundRule } from "../policy-kind.js";
import { isLookupError } from "../request.js";
import type { Subject } from "../subject.js";
import { type ConstraintTarget, targetsOf } from "./constraint-target.js";
import type { PreparedConstraint } from "./prepared-constraint.js";
import type { LoadedDeckhouse } from "./read-deckhouse.js";
import { outOfScope } from "./webhook-scope.js";

const POLICY: PolicyRef = { kind: "Deckhouse", name: "admission-policy-engine" };
const NAME_LABEL = "kubernetes.io/metadata.name";

/** A binding in the making. */
interface Draft {
  readonly policies: BoundPolicy[];
  readonly considered: Consideration[];
  readonly problems: Problem[];
}

/** Finds the constraints that concern a subject, and gets them ready to run. */
export const bindDeckhouse = (subject: Subject, loaded: LoadedDeckhouse): Binding => {
  const draft: Draft = { policies: [], considered: [], problems: [] };
  for (const target of targetsOf(subject, loaded.exceptions, loaded.release)) {
    const namespace = namespaceOf(subject, target.match);
    const note = scopeNote(subject, target.match, namespace, loaded);
    if (note === undefined) bindTarget(target, namespace, loaded, draft);
    else draft.considered.push({ policy: POLICY, outcome: "skipped", note: `not considered: ${note}` });
  }
  return draft;
};

const isNamespace = ({ group, kind }: MatchTarget): boolean => group === "" && kind === "Namespace";

/** The Namespace that a target is in, as far as it is known. Every real one carries its name as a label. */
const namespaceOf = ({ namespaceLabels, namespace }: Subject, target: MatchTarget): MatchNamespace | undefined => {
  if (isNamespace(target) || isLookupError(namespaceLabels)) return undefined;
  if (namespaceLabels.has(NAME_LABEL) || namespace === "") return { name: namespace, labels: namespaceLabels };
  return { name: namespace, labels: new Map([...namespaceLabels, [NAME_LABEL, namespace]]) };
};

const scopeNote = (
  { review }: Subject,
  target: MatchTarget,
  namespace: MatchNamespace | undefined,
  { release }: LoadedDeckhouse,
): string | undefined => {
  const own = isNamespace(target) ? { name: target.name, labels: target.labels } : namespace;
  const question = { review, target, namespace: own?.name ?? "", namespaceLabels: own?.labels ?? new Map() };
  return outOfScope(question, release);
};

const bindTarget = (
  target: ConstraintTarget,
  namespace: MatchNamespace | undefined,
  { policies, standards }: LoadedDeckhouse,
  draft: Draft,
): void => {
  for (const applied of standards?.applied(namespace?.labels ?? new Map()) ?? []) {
    const constraints = standards?.constraints[applied.standard] ?? [];
    bindPolicy(constraints, target, namespace, draft, { name: applied.name, action: applied.action });
  }
  for (const constraints of policies(target.match, indexable(target.match, namespace))) {
    bindPolicy(constraints, target, namespace, draft);
  }
};

/** The namespace by which policies are looked up; an object in none is matched whatever namespaces a policy names. */
const indexable = (target: MatchTarget, namespace: MatchNamespace | undefined): MatchNamespace | undefined => {
  if (isNamespace(target)) return { name: target.name, labels: target.labels };
  return target.namespace === "" ? undefined : namespace;
};

/** Name and action that constraints of a standard have in the namespace at hand. */
interface Naming {
  readonly name: string;
  readonly action: Action;
}

const bindPolicy = (
  constraints: readonly PreparedConstraint[],
  target: ConstraintTarget,
  namespace: MatchNamespace | undefined,
  draft: Draft,
  naming?: Naming,
): void => {
  const [first] = constraints;
  if (first === undefined) return;
  const matched = matchEither(first, target, namespace);
  if (typeof matched === "object") draft.problems.push(describeMatchFault(first, matched.fault));
  if (matched !== true) return;
  // A policy's constraints have one action, but for a kind whose action a release forgets.
  const actions = new Set(constraints.map((constraint) => naming?.action ?? constraint.action));
  for (const action of actions) {
    const acting = constraints.filter((constraint) => (naming?.action ?? constraint.action) === action);
    const rules = acting.map((constraint) => bindConstraint(constraint, target, naming?.name ?? constraint.name));
    draft.policies.push({ policy: first.policy, actions: [action], rules });
  }
};

/** One match of the object before or after the update suffices. */
const matchEither = (
  { matches }: PreparedConstraint,
  { match, oldMatch }: ConstraintTarget,
  namespace: MatchNamespace | undefined,
): MatchResult => {
  const result = matches(match, namespace, "Original");
  return result !== false || oldMatch === undefined ? result : matches(oldMatch, namespace, "Original");
};

const describeMatchFault = ({ policy }: PreparedConstraint, fault: string): Problem => ({
  code: "match-failed",
  message: `${policy.kind} \`${policy.name}\`: ${fault}`,
  policy,
  effect: "deny",
});

const bindConstraint = (constraint: PreparedConstraint, { subject }: ConstraintTarget, name: string): BoundRule => ({
  id: constraint.rule,
  about: { constraint: { kind: constraint.kind.name, name } },
  run: () => constraint.check(subject),
});
