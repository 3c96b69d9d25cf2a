import { goQuote, type Json } from "@ostiary/rules";
import type { Answer } from "../decision.js";
import type { PolicyOutcome } from "../policy-kind.js";
import { describeInvalidValue, type FieldError, formatFieldErrors } from "../standards/namespace-labels.js";
import { forbiddenDetail } from "../standards/pod-security-standards.js";
import { formatStandard, type Mode } from "../standards/standard.js";
import type { Subject } from "../subject.js";
import type { Refusal, Weighing } from "./weighing.js";

type Evaluated = Extract<Weighing, { kind: "evaluated" }>;

const ALLOWED: Answer = { server: "pod-security", allowed: true, warnings: [], auditAnnotations: {} };

/**
 * Words what an API server with Pod Security admission replies.
 *
 * @param outcomes - what the rules of each standard found
 * @source admission/{admission,response}.go
 */
export const answerPodSecurity = (subject: Subject, weighing: Weighing, outcomes: readonly PolicyOutcome[]): Answer => {
  switch (weighing.kind) {
    case "ignored":
      return ALLOWED;
    case "exempt":
      return { ...ALLOWED, auditAnnotations: { exempt: weighing.by } };
    case "unrestricted":
      return { ...ALLOWED, auditAnnotations: { "enforce-policy": "privileged:latest" } };
    case "unjudgeable":
      return { ...ALLOWED, auditAnnotations: { error: weighing.error } };
    case "namespace":
      return { ...ALLOWED, warnings: weighing.warnings };
    case "refused":
      return answerRefusal(subject, weighing.refusal);
    case "evaluated":
      return subject.reading.faults.length > 0
        ? answerPodSecurity(subject, weighing.undecodable, [])
        : answerEvaluation(subject, weighing, outcomes);
  }
};

const answerRefusal = (subject: Subject, { code, reason, message, cause, errors }: Refusal): Answer => {
  const denial = { ...ALLOWED, allowed: false, code, reason };
  if (errors !== undefined) {
    const invalid = `Namespace ${goQuote(subject.name)} is invalid: ${formatFieldErrors(errors)}`;
    return { ...denial, message: invalid, details: invalidDetails(subject.name, errors) };
  }
  const text = code === 500 ? `Internal error occurred: ${message}` : message;
  const error = cause === undefined ? text : `${text}: ${cause}`;
  const details = code === 500 ? { details: { causes: [{ message }] } } : {};
  return { ...denial, message: text, ...details, auditAnnotations: { error } };
};

const invalidDetails = (name: string, errors: readonly FieldError[]): Json => ({
  ...nameOf(name),
  kind: "Namespace",
  causes: errors.map((error) => ({
    reason: "FieldValueInvalid",
    message: describeInvalidValue(error),
    field: error.field,
  })),
});

const nameOf = (name: string): { readonly name?: string } => (name === "" ? {} : { name });

const answerEvaluation = (subject: Subject, weighing: Evaluated, outcomes: readonly PolicyOutcome[]): Answer => {
  const detail = (mode: Mode): string =>
    weighing.modes.includes(mode) ? detailOf(formatStandard(weighing.policy[mode]), outcomes) : "";
  const auditAnnotations = annotate(weighing, detail("audit"));
  const enforced = detail("enforce");
  if (enforced !== "") return answerDenial(subject, weighing, enforced, auditAnnotations);
  const warned = detail("warn");
  const warnings = warned === "" ? [] : [`would violate PodSecurity ${quoted(weighing, "warn")}: ${warned}`];
  return { ...ALLOWED, warnings, auditAnnotations };
};

const detailOf = (standard: string, outcomes: readonly PolicyOutcome[]): string => {
  const outcome = outcomes.find(({ bound }) => `${bound.policy.name}:${bound.policy.version}` === standard);
  return forbiddenDetail(outcome?.violations ?? []);
};

const quoted = ({ policy }: Evaluated, mode: Mode): string => `"${formatStandard(policy[mode])}"`;

const annotate = (weighing: Evaluated, audited: string): Readonly<Record<string, string>> => {
  const { labelErrors, modes, policy } = weighing;
  return {
    ...(labelErrors.length > 0 && { error: `Failed to parse policy: ${formatFieldErrors(labelErrors)}` }),
    ...(modes.includes("enforce") && { "enforce-policy": formatStandard(policy.enforce) }),
    ...(audited !== "" && {
      "audit-violations": `would violate PodSecurity ${quoted(weighing, "audit")}: ${audited}`,
    }),
  };
};

const answerDenial = (
  { name }: Subject,
  weighing: Evaluated,
  enforced: string,
  auditAnnotations: Answer["auditAnnotations"],
): Answer => ({
  ...ALLOWED,
  allowed: false,
  code: 403,
  reason: "Forbidden",
  message: `pods ${name === "" ? "" : `${goQuote(name)} `}is forbidden: violates PodSecurity ${quoted(weighing, "enforce")}: ${enforced}`,
  details: { ...nameOf(name), kind: "pods" },
  auditAnnotations,
});
