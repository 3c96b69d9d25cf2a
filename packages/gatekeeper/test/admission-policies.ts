import { type Decision, type Review, readPolicies, review } from "@ostiary/core";
import { validatingAdmissionPolicies } from "../src/admission-policy/validating-admission-policies.js";

const GROUP_VERSION = "admissionregistration.k8s.io/v1";

/** A policy about every resource, but for what is given. */
export const makePolicy = (spec: object = {}, name = "policy") => ({
  apiVersion: GROUP_VERSION,
  kind: "ValidatingAdmissionPolicy",
  metadata: { name },
  spec: {
    matchConstraints: {
      resourceRules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }],
    },
    validations: [{ expression: "false", message: "no" }],
    ...spec,
  },
});

/** A binding that denies, but for what is given. */
export const makeBinding = (spec: object = {}, name = "binding") => ({
  apiVersion: GROUP_VERSION,
  kind: "ValidatingAdmissionPolicyBinding",
  metadata: { name },
  spec: { policyName: "policy", validationActions: ["Deny"], ...spec },
});

export const DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop", labels: { app: "web" } },
  spec: { replicas: 5, template: { spec: { containers: [] } } },
};

/** Judges the creation of a Deployment in the namespace `shop`, but for what is given. */
export const judge = (documents: readonly unknown[], request: Partial<Review> = {}): Decision =>
  review(
    {
      operation: "CREATE",
      object: DEPLOYMENT,
      namespaceObject: { metadata: { name: "shop", labels: { stage: "prod" } } },
      ...request,
    },
    readPolicies(documents, { kinds: [validatingAdmissionPolicies()] }),
  );

/** Whether a policy and its binding concern a request. */
export const concerns = (policy: object, binding: object = {}, request: Partial<Review> = {}): boolean =>
  judge([makePolicy(policy), makeBinding(binding)], request).violations.length > 0;
