import type { Action, Consideration, PolicyRef, Problem } from "../decision.js";
import { isClusterScoped } from "../match/cluster-scoped.js";
import type { MatchNamespace, MatchResult, MatchTarget } from "../match/constraint-match.js";
import type { Binding, BoundPolicy, BoundRule, GatekeeperPart } from "../policy-kind.js";
import { isLookupError } from "../request.js";
import type { Subject } from "../subject.js";
import { type ConstraintTarget, targetsOf } from "./constraint-target.js";
import { guardExec } from "./exec-guard.js";
import { explainSkipped, explainStandards } from "./explain-skipped.js";
import { withInventory } from "./inventory-exceptions.js";
import type { PreparedConstraint } from "./prepared-constraint.js";
import type { PolicyConstraints } from "./prepared-policy.js";
import type { LoadedDeckhouse } from "./read-deckhouse.js";
import { reportUnknownStandards } from "./unknown-standard.js";
import { isAlwaysSent, outOfScope } from "./webhook-scope.js";

const ENGINE: PolicyRef = { kind: "Deckhouse", name: "admission-policy-engine" };
const NAME_LABEL = "kubernetes.io/metadata.name";

/** A binding in the making. */
interface Draft {
  readonly policies: BoundPolicy[];
  readonly considered: Consideration[];
  readonly problems: Problem[];
  /** What Gatekeeper is asked; absent where its webhook is not. */
  gatekeeper?: GatekeeperPart;
}

/** Finds the constraints that concern a subject, and gets them ready to run. */
export const bindDeckhouse = (subject: Subject, loaded: LoadedDeckhouse): Binding => {
  const guarded = loaded.standards === undefined ? undefined : guardExec(subject, loaded.release);
  return guarded ?? bindConstraints(subject, loaded);
};

const bindConstraints = (subject: Subject, loaded: LoadedDeckhouse): Binding => {
  const draft: Draft = { policies: [], considered: [], problems: [] };
  const exceptions = withInventory(loaded.exceptions, subject, loaded.release, draft.problems);
  const reached = targetsOf(subject, exceptions, loaded.release).filter((target) =>
    isReached(target, subject, loaded, draft),
  );
  for (const target of reached) {
    if (isAsked(target, loaded)) bindAsked(target, subject, loaded, draft);
  }
  const [first] = reached;
  if (subject.review.explain === true && first !== undefined) {
    const namespace = namespaceOf(subject, first.match);
    const { standards, policies } = loaded;
    if (standards !== undefined)
      draft.considered.push(...explainStandards(standards, reached, namespace, draft.policies));
    draft.considered.push(
      ...explainSkipped(
        policies.all.map((policy) => policy.constraints()),
        reached,
        namespace,
        draft.policies,
      ),
    );
  }
  return reached.length > 1 ? { ...draft, policies: mergeSame(draft.policies) } : draft;
};

/** A workload and its pod are judged by the same policies: each is one, with the rules for both. */
const mergeSame = (policies: readonly BoundPolicy[]): readonly BoundPolicy[] => {
  const merged = new Map<string, BoundPolicy>();
  for (const bound of policies) {
    const identity = [bound.policy.kind, bound.policy.name, bound.actions[0]].join(" ");
    const known = merged.get(identity);
    merged.set(identity, known === undefined ? bound : { ...known, rules: [...known.rules, ...bound.rules] });
  }
  return [...merged.values()];
};

/** Whether the rules see an object in a cluster; says why not. */
const isReached = ({ match }: ConstraintTarget, subject: Subject, loaded: LoadedDeckhouse, draft: Draft): boolean => {
  const note = scopeNote(subject, match, namespaceOf(subject, match), loaded);
  const text = `not considered: ${note}`;
  if (note !== undefined && !draft.considered.some((consideration) => consideration.note === text))
    draft.considered.push({ policy: ENGINE, outcome: "exempt", note: text });
  return note === undefined;
};

const isPod = ({ group, kind }: MatchTarget): boolean => group === "" && kind === "Pod";

const isNamespace = ({ group, kind }: MatchTarget): boolean => group === "" && kind === "Namespace";

/** The Namespace that an object is in, as far as it is known. Every real one carries its name as a label. */
const namespaceOf = ({ namespaceLabels }: Subject, target: MatchTarget): MatchNamespace | undefined => {
  if (isClusterScoped(target) || isLookupError(namespaceLabels)) return undefined;
  const { namespace } = target;
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
  const question = {
    review,
    target,
    namespace: own?.name ?? target.namespace,
    namespaceLabels: own?.labels ?? new Map(),
  };
  return outOfScope(question, release);
};

/** The webhook is asked about kinds that some constraint names, and then also constraints that name none are tried. */
const isAsked = ({ match }: ConstraintTarget, { policies, release }: LoadedDeckhouse): boolean =>
  policies.names(match) || isAlwaysSent(match, release);

const bindAsked = (target: ConstraintTarget, subject: Subject, loaded: LoadedDeckhouse, draft: Draft): void => {
  const namespace = namespaceOf(subject, target.match);
  draft.gatekeeper = askGatekeeper(subject, target.match);
  bindStandards(target, namespace, loaded, draft);
  for (const constraints of loaded.policies.find(target.match, indexable(target.match, namespace))) {
    bindPolicy(constraints, target, namespace, draft);
  }
};

/** Without the Namespace that an object is in Gatekeeper reviews nothing. */
const askGatekeeper = ({ namespaceLabels }: Subject, target: MatchTarget): GatekeeperPart => {
  if (isClusterScoped(target) || target.namespace === "" || !isLookupError(namespaceLabels)) return {};
  const message = `failed to create augmentedReview: ${namespaceLabels.lookupError}`;
  return { verdict: { allowed: false, code: 500, message } };
};

const bindStandards = (
  target: ConstraintTarget,
  namespace: MatchNamespace | undefined,
  { standards }: LoadedDeckhouse,
  draft: Draft,
): void => {
  if (standards === undefined || !isPod(target.match)) return;
  if (namespace === undefined) {
    const representatives = Object.values(standards.constraints).flatMap((constraints) => constraints.slice(0, 1));
    for (const constraint of representatives) {
      if (matchEither(constraint, target, namespace) === true)
        draft.problems.push(describeMatchFault(constraint, "the namespace's labels are not known"));
    }
    return;
  }
  draft.problems.push(...reportUnknownStandards(namespace.labels));
  for (const applied of standards.applied(namespace.labels)) {
    bindPolicy(standards.constraints[applied.standard], target, namespace, draft, applied);
  }
};

/** The namespace by which policies are looked up. A Namespace is matched by itself. */
const indexable = (target: MatchTarget, namespace: MatchNamespace | undefined): MatchNamespace | undefined =>
  isNamespace(target) ? { name: target.name, labels: target.labels } : namespace;

/** Name and action that constraints of a standard have in the namespace at hand. */
interface Naming {
  readonly name: string;
  readonly action: Action;
}

const bindPolicy = (
  constraints: PolicyConstraints,
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
  bindMatched(first, constraints, target, draft, naming);
};

/** A policy's constraints have one action, but for a kind whose action a release forgets. */
const bindMatched = (
  { policy }: PreparedConstraint,
  constraints: PolicyConstraints,
  { subject }: ConstraintTarget,
  draft: Draft,
  naming: Naming | undefined,
): void => {
  const byAction = new Map<Action, BoundRule[]>();
  for (const constraint of constraints) {
    if (constraint.missingFacts !== undefined) draft.problems.push(reportUnjudged(constraint, constraint.missingFacts));
    const action = naming?.action ?? constraint.action;
    const rule = bindConstraint(constraint, subject, naming?.name ?? constraint.name);
    const rules = byAction.get(action);
    if (rules === undefined) byAction.set(action, [rule]);
    else rules.push(rule);
  }
  for (const [action, rules] of byAction) draft.policies.push({ policy, actions: [action], rules });
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

const reportUnjudged = ({ policy, rule }: PreparedConstraint, facts: string): Problem => ({
  code: "needs-facts",
  message: `${policy.kind} \`${policy.name}\`: \`${rule}\` is not evaluated, it needs ${facts}`,
  policy,
  effect: "report",
});

const bindConstraint = (
  { rule, kind, check }: PreparedConstraint,
  subject: ConstraintTarget["subject"],
  name: string,
): BoundRule => ({
  id: rule,
  about: { constraint: { kind: kind.name, name } },
  run: () => check(subject),
});
