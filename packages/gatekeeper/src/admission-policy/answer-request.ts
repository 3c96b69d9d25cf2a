import type { Answer } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import type { AdmissionAttributes } from "./admission-attributes.js";
import type { BindingJudgement } from "./judge-request.js";

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

/** The longest value of an audit annotation that a policy may add, in characters. */
const MAXIMUM_ANNOTATION_LENGTH = 10 * 1024;

/** The most violations that the audit log is told. */
const MAXIMUM_FAILURES = 50;

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
  if (binding?.validationActions.includes("Deny") !== true) return [];
  return decisions.map(({ message, validation }) => ({
    message: prefix + message,
    reason: (validation === undefined ? undefined : policy.reasons[validation]) ?? "Invalid",
  }));
};

const warningsOf = (judgement: BindingJudgement): readonly string[] =>
  judgement.binding?.validationActions.includes("Warn") === true
    ? judgement.decisions.map(({ message }) => `Validation failed for ${describePolicy(judgement)}: ${message}`)
    : [];

const failuresOf = ({ policy, binding, decisions }: BindingJudgement) =>
  binding?.validationActions.includes("Audit") === true
    ? decisions.map(({ message, validation }) => ({
        message,
        policy: policy.name,
        binding: binding.name,
        expressionIndex: validation ?? 0,
        validationActions: binding.validationActions,
      }))
    : [];

/** Values of several bindings under one key are put in a row, each once. */
const annotationsOf = (judgements: readonly BindingJudgement[]): readonly (readonly [string, string])[] => {
  const values = new Map<string, Set<string>>();
  for (const { policy, annotations } of judgements) {
    for (const { name, value } of annotations) {
      const key = `${policy.name}/${name}`;
      values.set(key, (values.get(key) ?? new Set()).add(value.slice(0, MAXIMUM_ANNOTATION_LENGTH)));
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
  const failures = judgements.flatMap(failuresOf).slice(0, MAXIMUM_FAILURES);
  const answer: Answer = {
    server: "validating-admission-policy",
    allowed: denial === undefined,
    warnings: judgements.flatMap(warningsOf),
    auditAnnotations: Object.fromEntries([
      ...annotationsOf(judgements),
      ...(failures.length === 0 ? [] : [[FAILURE_ANNOTATION, JSON.stringify(failures)] as const]),
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
