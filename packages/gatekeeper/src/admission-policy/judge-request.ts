import type { Json } from "@ostiary/core";
import { judgeByPolicy, type PolicyAnnotation, type PolicyDecision } from "../cel/judge-policy.js";
import { namespaceVariable } from "../cel-engine/namespace-variable.js";
import { requestVariable } from "../cel-engine/request-variable.js";
import type { AdmissionAttributes } from "./admission-attributes.js";
import type { PolicyBinding } from "./binding-document.js";
import { findParams } from "./find-params.js";
import type { AdmissionPolicy } from "./policy-document.js";

/** What all validations of a policy together may cost. */
const BUDGET = 10_000_000;

/** What became of a policy by one binding. */
export interface BindingJudgement {
  readonly policy: AdmissionPolicy;
  /** `undefined` when the policy itself could not be matched. */
  readonly binding: PolicyBinding | undefined;
  /** Why the policy could not be run, in Kubernetes' words. */
  readonly fault: string | undefined;
  readonly decisions: readonly PolicyDecision[];
  readonly annotations: readonly PolicyAnnotation[];
}

/** A policy with the bindings that put it to use. */
export interface BoundAdmissionPolicy {
  readonly policy: AdmissionPolicy;
  readonly bindings: readonly PolicyBinding[];
}

const faulty = (policy: AdmissionPolicy, binding: PolicyBinding | undefined, fault: string): BindingJudgement => ({
  policy,
  binding,
  fault: `failed to configure ${binding === undefined ? "policy" : "binding"}: ${fault}`,
  decisions: [],
  annotations: [],
});

const judgeWithParams = (policy: AdmissionPolicy, attributes: AdmissionAttributes, params: Json) => {
  const { decisions, annotations } = judgeByPolicy(
    policy.program,
    {
      object: attributes.request.object,
      oldObject: attributes.request.oldObject,
      request: requestVariable(attributes.request),
      namespaceObject: namespaceVariable(attributes.namespaceObject),
      params,
    },
    BUDGET,
  );
  const isCounted = ({ outcome }: PolicyDecision) => outcome === "denied" || policy.failurePolicy === "Fail";
  return { decisions: decisions.filter(isCounted), annotations };
};

const judgeBinding = (
  policy: AdmissionPolicy,
  binding: PolicyBinding,
  attributes: AdmissionAttributes,
  inventory: readonly unknown[],
): BindingJudgement | undefined => {
  const matched = binding.matches(attributes);
  if ("fault" in matched) return faulty(policy, binding, matched.fault);
  if (!matched.matches) return undefined;
  const params = findParams(policy, binding, attributes, inventory);
  if (!params.ok) return faulty(policy, binding, params.error.message);
  const judgements = params.value.map((value) => judgeWithParams(policy, attributes, value));
  return {
    policy,
    binding,
    fault: undefined,
    decisions: judgements.flatMap(({ decisions }) => decisions),
    annotations: judgements.flatMap(({ annotations }) => annotations),
  };
};

/**
 * Judges a request by one policy.
 *
 * @param inventory - the objects among which parameters are looked for
 * @returns what became of each binding that concerns the request; none when the policy does not
 * @source k8s.io/apiserver, pkg/admission/plugin/policy/validating/dispatcher.go
 */
export const judgeRequest = (
  { policy, bindings }: BoundAdmissionPolicy,
  attributes: AdmissionAttributes,
  inventory: readonly unknown[],
): readonly BindingJudgement[] => {
  const matched = policy.matches(attributes);
  if ("fault" in matched) return [faulty(policy, undefined, matched.fault)];
  if (!matched.matches) return [];
  return bindings
    .map((binding) => judgeBinding(policy, binding, attributes, inventory))
    .filter((judgement) => judgement !== undefined);
};
