import type {
  Action,
  Binding,
  BoundPolicy,
  Consideration,
  LoadedPolicies,
  PolicyDocument,
  PolicyKind,
  PolicyRef,
  Problem,
  RuleResult,
  Subject,
} from "@ostiary/core";
import { type CelEnvironment, kubernetesEnvironment } from "../cel/environment.js";
import type { PolicyDecision } from "../cel/judge-policy.js";
import { readAttributes } from "./admission-attributes.js";
import { answerRequest, describePolicy } from "./answer-request.js";
import { type PolicyBinding, readPolicyBinding } from "./binding-document.js";
import { type BindingJudgement, type BoundAdmissionPolicy, judgeRequest } from "./judge-request.js";
import { type AdmissionPolicy, readAdmissionPolicy } from "./policy-document.js";

const GROUP = "admissionregistration.k8s.io";
const POLICY_KIND = "ValidatingAdmissionPolicy";
const BINDING_KIND = "ValidatingAdmissionPolicyBinding";

/** Kinds that no admission policy judges, lest a policy lock everybody out. */
const EXEMPT_KINDS: readonly string[] = [
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
  POLICY_KIND,
  BINDING_KIND,
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
];

const referTo = (name: string): PolicyRef => ({ kind: POLICY_KIND, name });

const documentProblem = (
  { index, kind }: PolicyDocument,
  name: string,
  fault: string,
  effect: Problem["effect"],
): Problem => ({
  code: "invalid-policy",
  message: `policy document ${index ?? "settings"}: ${kind}.${GROUP} "${name}" is invalid: ${fault}`,
  ...(index !== undefined && { document: index }),
  effect,
});

interface ReadPolicies {
  readonly policies: readonly BoundAdmissionPolicy[];
  readonly problems: readonly Problem[];
}

const readPolicyDocuments = (
  documents: readonly PolicyDocument[],
  environment: CelEnvironment,
  problems: Problem[],
) => {
  const policies = new Map<string, AdmissionPolicy>();
  for (const document of documents.filter(({ kind }) => kind === POLICY_KIND)) {
    const { document: policy, faults } = readAdmissionPolicy(document, environment);
    const effect = policy.failurePolicy === "Ignore" ? "report" : "deny";
    for (const fault of faults) problems.push(documentProblem(document, policy.name, fault, effect));
    if (faults.length === 0) policies.set(policy.name, policy);
  }
  return policies;
};

const readBindingDocuments = (documents: readonly PolicyDocument[], problems: Problem[]): readonly PolicyBinding[] =>
  documents
    .filter(({ kind }) => kind === BINDING_KIND)
    .flatMap((document) => {
      const { document: binding, faults } = readPolicyBinding(document);
      for (const fault of faults) problems.push(documentProblem(document, binding.name, fault, "deny"));
      return faults.length === 0 ? [binding] : [];
    });

/** Policies and bindings that are there without each other do nothing, and nobody would notice. */
const loneliness = (policies: ReadonlyMap<string, AdmissionPolicy>, bindings: readonly PolicyBinding[]) => [
  ...[...policies.keys()]
    .filter((name) => !bindings.some(({ policyName }) => policyName === name))
    .map(
      (name): Problem => ({
        code: "no-binding",
        message: `no ${BINDING_KIND} puts the ${POLICY_KIND} \`${name}\` to use`,
        policy: referTo(name),
        effect: "report",
      }),
    ),
  ...bindings
    .filter(({ policyName }) => !policies.has(policyName))
    .map(
      ({ name, policyName }): Problem => ({
        code: "no-policy",
        message: `the ${POLICY_KIND} \`${policyName}\` of the binding \`${name}\` is missing or invalid`,
        effect: "report",
      }),
    ),
];

const readAll = (documents: readonly PolicyDocument[], environment: CelEnvironment): ReadPolicies => {
  const problems: Problem[] = [];
  const policies = readPolicyDocuments(documents, environment, problems);
  const bindings = readBindingDocuments(documents, problems);
  return {
    problems: [...problems, ...loneliness(policies, bindings)],
    policies: [...policies.values()].map((policy) => ({
      policy,
      bindings: bindings.filter(({ policyName }) => policyName === policy.name),
    })),
  };
};

const ruleOf = ({ outcome, validation }: PolicyDecision): string => {
  if (outcome === "annotation-error") return "auditAnnotations";
  return validation === undefined ? "matchConditions" : `validations[${validation}]`;
};

const isNonEmpty = (actions: readonly Action[]): actions is readonly [Action, ...Action[]] => actions.length > 0;

const resultOf = (decision: PolicyDecision): RuleResult => ({
  rule: ruleOf(decision),
  message: decision.message,
  findings: decision.findings,
});

/** Errors in annotations refuse whatever the binding says. */
const bindJudgement = ({ policy, binding, fault, decisions }: BindingJudgement): readonly BoundPolicy[] => {
  if (binding === undefined || fault !== undefined || !isNonEmpty(binding.actions)) return [];
  const about = { constraint: { kind: BINDING_KIND, name: binding.name } };
  const bindResults = (actions: BoundPolicy["actions"], results: readonly RuleResult[]): BoundPolicy => ({
    policy: referTo(policy.name),
    actions,
    rules: [{ id: "validations", about, run: () => results }],
  });
  const isAnnotationError = ({ outcome }: PolicyDecision) => outcome === "annotation-error";
  const errors = decisions.filter(isAnnotationError).map(resultOf);
  const others = decisions.filter((decision) => !isAnnotationError(decision)).map(resultOf);
  return [bindResults(binding.actions, others), ...(errors.length === 0 ? [] : [bindResults(["deny"], errors)])];
};

const faultProblem = (judgement: BindingJudgement): readonly Problem[] => {
  if (judgement.fault === undefined) return [];
  const { policy, fault } = judgement;
  const effect = policy.failurePolicy === "Ignore" ? "report" : "deny";
  const message = `${describePolicy(judgement)} denied request: ${fault}`;
  return [{ code: "policy-configuration", message, policy: referTo(policy.name), effect }];
};

const skipped = ({ policy: { name } }: BoundAdmissionPolicy): Consideration => ({
  policy: referTo(name),
  outcome: "skipped",
  note: "neither its match constraints nor those of its bindings concern the request",
});

const bind = (loaded: ReadPolicies, subject: Subject): Binding => {
  const attributes = readAttributes(subject);
  const inventory = subject.review.inventory ?? [];
  const judged = loaded.policies.map((bound) => ({ bound, judgements: judgeRequest(bound, attributes, inventory) }));
  const judgements = judged.flatMap((each) => each.judgements);
  const binding: Binding = {
    policies: judgements.flatMap(bindJudgement),
    considered: judged.filter((each) => each.judgements.length === 0).map(({ bound }) => skipped(bound)),
    problems: judgements.flatMap(faultProblem),
  };
  return subject.judgedAs === "request" ? { ...binding, answer: () => answerRequest(judgements, attributes) } : binding;
};

const NOTHING: Binding = { policies: [], considered: [], problems: [] };

/** Who has no policies pays nothing for them. */
const NO_POLICIES: LoadedPolicies = { problems: [], bind: () => NOTHING };

const isExempt = ({ kind: { group, kind } }: Subject): boolean => group === GROUP && EXEMPT_KINDS.includes(kind);

/**
 * ValidatingAdmissionPolicy and ValidatingAdmissionPolicyBinding as a kind of policy, judged as an API server of Kubernetes 1.36
 * does. Parameters are looked for in the inventory of the review. What an API server would refuse to store is a problem, which
 * refuses every object unless the policy says `failurePolicy: Ignore`.
 *
 * @example
 * ```ts
 * const policies = readPolicies(documents, { kinds: [validatingAdmissionPolicies()] });
 * ```
 */
export const validatingAdmissionPolicies = (): PolicyKind => ({
  name: POLICY_KIND,
  handles: ({ group, kind }) => group === GROUP && (kind === POLICY_KIND || kind === BINDING_KIND),
  read: (documents) => {
    if (documents.length === 0) return NO_POLICIES;
    const loaded = readAll(documents, kubernetesEnvironment());
    return {
      problems: loaded.problems,
      bind: (subject) => (loaded.policies.length === 0 || isExempt(subject) ? NOTHING : bind(loaded, subject)),
    };
  },
});
