import type { Finding } from "@ostiary/core";
import { Activation, type EvaluatedExpression } from "./activation.js";
import { CelError } from "./cel-error.js";
import { inferFindings } from "./infer-findings.js";
import type { CompiledExpression, CompiledValidation, PolicyInput, PolicyProgram } from "./policy-program.js";
import { trimSpace } from "./trim-space.js";

/** What all match conditions of a policy together may cost. */
const MATCH_BUDGET = 2_500_000;

/** The longest message, in bytes, that a `messageExpression` may give. */
const MAXIMUM_MESSAGE_BYTES = 5 * 1024;

/** A demand that is not met, or could not be decided. */
export interface PolicyDecision {
  /** Which of the validations, from 0; `undefined` for what concerns the policy as a whole. */
  readonly validation: number | undefined;
  /** `"annotation-error"` is an error in what a policy adds to the audit log. */
  readonly outcome: "denied" | "error" | "annotation-error";
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** What a policy adds to the audit log. */
export interface PolicyAnnotation {
  readonly name: string;
  readonly value: string;
}

/** What a policy makes of an object. */
export interface PolicyJudgement {
  /** Whether the match conditions hold; if not, there is nothing else. */
  readonly matches: boolean;
  readonly decisions: readonly PolicyDecision[];
  readonly annotations: readonly PolicyAnnotation[];
}

const wholeError = (message: string, outcome: "error" | "annotation-error" = "error"): PolicyDecision => ({
  validation: undefined,
  outcome,
  message,
  findings: [],
});

/** Several errors in one, as Kubernetes writes them. */
const aggregate = (errors: readonly string[]): string => {
  const distinct = [...new Set(errors)];
  return distinct.length === 1 ? distinct.join("") : `[${distinct.join(", ")}]`;
};

/** Whether all conditions hold; one that does not wins over the error of another one. Kubernetes shows them no Namespace. */
const match = (program: PolicyProgram, input: PolicyInput): boolean | PolicyDecision => {
  const activation = new Activation(program, { ...input, namespaceObject: null }, MATCH_BUDGET);
  const errors: string[] = [];
  for (const condition of program.matchConditions) {
    const { value } = activation.evaluate(condition);
    if (activation.exhausted !== undefined) return wholeError(activation.exhausted);
    if (value === false) return false;
    if (value instanceof CelError) errors.push(value.message);
  }
  return errors.length === 0 ? true : wholeError(aggregate(errors));
};

const isUsable = (message: string): boolean =>
  message !== "" && !message.includes("\n") && new TextEncoder().encode(message).length <= MAXIMUM_MESSAGE_BYTES;

/** What is told: the message expression's result where it can be, else the message, else the expression. */
const chooseMessage = (activation: Activation, validation: CompiledValidation): string => {
  const evaluated = evaluateMessage(activation, validation.messageExpression);
  if (isUsable(evaluated)) return evaluated;
  const message = trimSpace(validation.message);
  return message === "" ? `failed expression: ${trimSpace(validation.text)}` : message;
};

const evaluateMessage = (activation: Activation, expression: CompiledExpression | undefined): string => {
  const value = expression === undefined ? "" : activation.evaluate(expression).value;
  return typeof value === "string" ? trimSpace(value) : "";
};

const validate = (program: PolicyProgram, activation: Activation, input: PolicyInput): readonly PolicyDecision[] => {
  const decisions: PolicyDecision[] = [];
  const judged = input.object === null ? input.oldObject : input.object;
  for (const [index, validation] of program.validations.entries()) {
    const evaluated = activation.evaluate(validation);
    if (activation.exhausted !== undefined) return [wholeError(activation.exhausted)];
    if (evaluated.value === true) continue;
    const findings = inferFindings(evaluated.reads, judged);
    decisions.push({ validation: index, ...decide(activation, validation, evaluated), findings });
  }
  return decisions;
};

const decide = (
  activation: Activation,
  validation: CompiledValidation,
  { value }: EvaluatedExpression,
): Pick<PolicyDecision, "outcome" | "message"> => {
  if (value instanceof CelError) return { outcome: "error", message: value.message };
  const message = chooseMessage(activation, validation);
  const { exhausted } = activation;
  if (exhausted !== undefined) return { outcome: "error", message: `failed messageExpression: ${exhausted}` };
  return { outcome: "denied", message };
};

const annotate = (program: PolicyProgram, activation: Activation) => {
  const annotations: PolicyAnnotation[] = [];
  const errors: PolicyDecision[] = [];
  for (const annotation of program.auditAnnotations) {
    const { value } = activation.evaluate(annotation);
    if (activation.exhausted !== undefined) return wholeError(activation.exhausted);
    if (value instanceof CelError) errors.push(wholeError(value.message, "annotation-error"));
    const text = typeof value === "string" ? trimSpace(value) : "";
    if (text !== "") annotations.push({ name: annotation.name, value: text });
  }
  return { annotations, errors };
};

/**
 * Judges an object by a policy.
 *
 * @param budget - what all validations together may cost
 * @returns also errors; what they do is a matter of the failure policy
 * @source k8s.io/apiserver, pkg/admission/plugin/policy/validating/validator.go
 */
export const judgeByPolicy = (program: PolicyProgram, input: PolicyInput, budget: number): PolicyJudgement => {
  const matches = match(program, input);
  if (matches === false) return { matches, decisions: [], annotations: [] };
  if (matches !== true) return { matches: true, decisions: [matches], annotations: [] };
  const decisions = validate(program, new Activation(program, input, budget), input);
  const annotated = annotate(program, new Activation(program, input, budget));
  if ("outcome" in annotated) return { matches, decisions: [annotated], annotations: [] };
  return { matches, decisions: [...decisions, ...annotated.errors], annotations: annotated.annotations };
};
