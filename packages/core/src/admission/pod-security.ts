import type { FieldPath } from "@ostiary/rules";
import type { Action, Consideration, PolicyRef, Problem } from "../decision.js";
import type { BoundPolicy, LoadedPolicies } from "../policy-kind.js";
import { isLookupError } from "../request.js";
import { type FieldError, formatFieldError, resolveLabels } from "../standards/namespace-labels.js";
import { formatStandard, type Mode, type Standard } from "../standards/standard.js";
import type { Subject } from "../subject.js";
import { answerPodSecurity } from "./pod-security-answer.js";
import { weigh } from "./weigh.js";
import type { Refusal, Settings, Weighing } from "./weighing.js";

type Evaluated = Extract<Weighing, { kind: "evaluated" }>;

/** What a violation does in each mode, from the strictest to the mildest. */
const ACTIONS: readonly (readonly [Mode, Action])[] = [
  ["enforce", "deny"],
  ["warn", "warn"],
  ["audit", "dryrun"],
];

/** Pod Security admission as policies to be bound. */
export const loadPodSecurity = (settings: Settings, problems: readonly Problem[]): LoadedPolicies => ({
  problems,
  bind: (subject) => {
    const weighing = weigh(subject, settings);
    return {
      policies: weighing.kind === "evaluated" ? bindStandards(subject, weighing, settings) : [],
      considered: consider(subject, weighing, settings),
      problems: findProblems(weighing),
      answer: (outcomes) => answerPodSecurity(subject, weighing, outcomes),
    };
  },
});

/** Each distinct standard once, with the actions of all modes that ask for it. */
const bindStandards = (subject: Subject, weighing: Evaluated, settings: Settings): readonly BoundPolicy[] => {
  const bound: BoundStandard[] = [];
  for (const [mode, action] of ACTIONS) {
    const standard = weighing.policy[mode];
    if (standard.level === "privileged" || !weighing.modes.includes(mode)) continue;
    const known = bound.find(({ policy }) => policy.name === standard.level && policy.version === standard.version);
    if (known === undefined) bound.push(bindStandard(subject, standard, action, settings));
    else known.actions.push(action);
  }
  return bound;
};

/** A bound standard while its actions are still being gathered. */
type BoundStandard = BoundPolicy & { readonly actions: [Action, ...Action[]] };

const bindStandard = (subject: Subject, standard: Standard, action: Action, settings: Settings): BoundStandard => {
  const bound: BoundStandard = { policy: refer(standard), actions: [action], rules: settings.rulesOf(standard) };
  const note = action === "deny" ? noteController(subject) : undefined;
  return note === undefined ? bound : { ...bound, note };
};

const refer = ({ level, version }: Standard): PolicyRef => ({ kind: "PodSecurityStandard", name: level, version });

/** A cluster asks the controllers' pods, not the controllers, for what it enforces. */
const noteController = ({ kind, object, pod }: Subject): string | undefined =>
  pod === undefined || pod.root === object
    ? undefined
    : `the cluster admits the ${kind.kind} and refuses the pods that it creates`;

const consider = (subject: Subject, weighing: Weighing, settings: Settings): readonly Consideration[] => {
  switch (weighing.kind) {
    case "ignored":
      return applicable(subject, settings).map((policy) => ({ policy, outcome: "skipped", note: weighing.note }));
    case "exempt":
      return applicable(subject, settings).map((policy) => ({
        policy,
        outcome: "exempt",
        note: describeExemption(subject, weighing.by),
      }));
    case "unrestricted":
      return [
        { policy: refer(weighing.policy.enforce), outcome: "applied", actions: ACTIONS.map(([, action]) => action) },
      ];
    default:
      return [];
  }
};

/** The standards that hold in the subject's namespace, whether or not the subject is asked for them. */
const applicable = ({ namespaceLabels }: Subject, settings: Settings): readonly PolicyRef[] => {
  const labels: ReadonlyMap<string, string> = isLookupError(namespaceLabels) ? new Map() : namespaceLabels;
  const policy = { ...resolveLabels(labels, settings.defaults).policy, ...settings.forced };
  const standards = new Map(ACTIONS.map(([mode]) => [formatStandard(policy[mode]), refer(policy[mode])]));
  return [...standards.values()];
};

const describeExemption = ({ namespace, pod, review }: Subject, by: "namespace" | "user" | "runtimeClass"): string => {
  const names = {
    namespace: () => `namespace \`${namespace}\``,
    user: () => `user \`${review.userInfo?.username}\``,
    runtimeClass: () => `runtime class \`${pod?.spec.string("runtimeClassName")}\``,
  };
  return `${names[by]()} is exempt`;
};

const findProblems = (weighing: Weighing): readonly Problem[] => {
  switch (weighing.kind) {
    case "refused":
      return describeRefusal(weighing.refusal);
    case "unjudgeable":
      return [{ code: "unjudgeable-controller", message: weighing.error, effect: "report" }];
    case "evaluated":
      // Enforcement falls back to restricted: the label is reported, and the pod has been judged strictly.
      return weighing.labelErrors.map((error) => describeLabel(error, "report"));
    default:
      return [];
  }
};

const describeLabel = (error: FieldError, effect: Problem["effect"]): Problem => ({
  code: "invalid-label",
  message: formatFieldError(error),
  effect,
});

const pathOfLabel = ({ field }: FieldError): FieldPath => [
  "metadata",
  "labels",
  field.slice("metadata.labels[".length, -1),
];

const REFUSAL_CODES = { 400: "undecodable", 422: "invalid-label", 500: "namespace-lookup" } as const;

const describeRefusal = ({ code, message, cause, errors }: Refusal): readonly Problem[] => {
  // Only a Namespace under review is refused for its labels: there they are part of the object.
  if (errors !== undefined)
    return errors.map((error) => ({ ...describeLabel(error, "deny"), path: pathOfLabel(error) }));
  const text = cause === undefined ? message : `${message}: ${cause}`;
  return [{ code: REFUSAL_CODES[code], message: text, effect: "deny" }];
};
