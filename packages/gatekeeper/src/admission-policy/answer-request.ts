import type { Answer } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import type { PolicyDecision } from "../cel/judge-policy.js";
import { goJson } from "../schema/field-error.js";
import type { AdmissionAttributes } from "./admission-attributes.js";
import type { BindingJudgement } from "./judge-request.js";
import type { AdmissionPolicy } from "./policy-document.js";

interface Denial {
  readonly message: string;
  readonly reason: string;
}

/** The status of an answer by the reason of the denial. */
const CODES: ReadonlyMap<string, number> = new Map([
  ["Unauthorized", 401],
  ["Forbidden", 403],
  ["RequestEntityTooLarge", 413],
  ["Invalid", 422],
]);

/** The longest value of an audit annotation that a policy may add, in bytes. */
const MAXIMUM_ANNOTATION_LENGTH = 10 * 1024;

/** Tells of the first violation only: annotations are not overwritten. */
const FAILURE_ANNOTATION = "validation.policy.admission.k8s.io/validation_failure";

/** Names a policy, and the binding that puts it to use. */
export const describePolicy = ({ policy, binding }: BindingJudgement): string =>
  `ValidatingAdmissionPolicy '${policy.name}'${binding === undefined ? "" : ` with binding '${binding.name}'`}`;

const denialsOf = (judgement: BindingJudgement): readonly Denial[] => {
  const { policy, binding, fault, decisions } = judgement;
  const prefix = `${describePolicy(judgement)} denied request: `;
  if (fault !== undefined) {
    return policy.failurePolicy === "Ignore" ? [] : [{ message: prefix + fault, reason: "Invalid" }];
  }
  return decisions
    .filter(({ outcome }) => outcome === "annotation-error" || binding?.validationActions.includes("Deny") === true)
    .map((decision) => ({ message: prefix + decision.message, reason: reasonOf(policy, decision) }));
};

/** Errors have no reason of their own. */
const reasonOf = ({ reasons }: AdmissionPolicy, { outcome, validation }: PolicyDecision): string =>
  (outcome === "denied" && validation !== undefined ? reasons[validation] : undefined) ?? "Invalid";

/** Errors in annotations are neither warned of nor written down. */
const toldDecisions = ({ binding, decisions }: BindingJudgement, action: string): readonly PolicyDecision[] =>
  binding?.validationActions.includes(action) === true
    ? decisions.filter(({ outcome }) => outcome !== "annotation-error")
    : [];

const warningsOf = (judgement: BindingJudgement): readonly string[] =>
  toldDecisions(judgement, "Warn").map(
    ({ message }) => `Validation failed for ${describePolicy(judgement)}: ${message}`,
  );

/** A violation as the audit log tells it: JSON in the order and with the escapes of Go. */
const failuresOf = (judgement: BindingJudgement): readonly string[] => {
  const { policy, binding } = judgement;
  const names = `"policy":${goJson(policy.name)},"binding":${goJson(binding?.name ?? "")}`;
  const actions = `"validationActions":${goJson(binding?.validationActions ?? [])}`;
  return toldDecisions(judgement, "Audit").map(
    ({ message, validation }) =>
      `[{"message":${goJson(message)},${names},"expressionIndex":${validation ?? 0},${actions}}]`,
  );
};

const cutShort = (value: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(value).slice(0, MAXIMUM_ANNOTATION_LENGTH));

/** Values of several bindings under one key are put in a row, each once. */
const annotationsOf = (judgements: readonly BindingJudgement[]): readonly (readonly [string, string])[] => {
  const values = new Map<string, Set<string>>();
  for (const { policy, annotations } of judgements) {
    for (const { name, value } of annotations) {
      const key = `${policy.name}/${name}`;
      values.set(key, (values.get(key) ?? new Set()).add(cutShort(value)));
    }
  }
  return [...values].map(([key, texts]) => [key, [...texts].join(", ")] as const);
};

const qualifiedResource = ({ request: { resource } }: AdmissionAttributes): string =>
  resource.group === "" ? resource.resource : `${resource.resource}.${resource.group}`;

/**
 * What an API server replies to the request, as far as its admission policies are concerned.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/policy/validating/dispatcher.go
 */
export const answerRequest = (judgements: readonly BindingJudgement[], attributes: AdmissionAttributes): Answer => {
  const [denial] = judgements.flatMap(denialsOf);
  const [failure] = judgements.flatMap(failuresOf);
  const answer: Answer = {
    server: "validating-admission-policy",
    allowed: denial === undefined,
    warnings: judgements.flatMap(warningsOf),
    auditAnnotations: Object.fromEntries([
      ...annotationsOf(judgements),
      ...(failure === undefined ? [] : [[FAILURE_ANNOTATION, failure] as const]),
    ]),
  };
  if (denial === undefined) return answer;
  const subject = `${qualifiedResource(attributes)} ${goQuote(attributes.request.name)}`;
  return {
    ...answer,
    code: CODES.get(denial.reason) ?? 422,
    reason: denial.reason,
    message: `${subject} is forbidden: ${denial.message}`,
  };
};
