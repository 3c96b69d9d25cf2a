import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { warnOfNearPolicy } from "./near-policy.js";

const warn = (apiVersion: string, kind: string) => {
  const [document] = readManifests(JSON.stringify({ apiVersion, kind, metadata: { name: "a" } }));
  if (document?.kind !== "object") throw new Error("it is an object");
  return warnOfNearPolicy(document, "a.yaml");
};

test.each<[apiVersion: string, kind: string, meant: string]>([
  ["deckhouse.io/v1alpha1", "SecurityPolicyExcepton", "`SecurityPolicyException` of `deckhouse.io`"],
  ["deckhouse.io/v1alpha1", "operationpolicy", "`OperationPolicy` of `deckhouse.io`"],
  ["deckhouse.oi/v1alpha1", "SecurityPolicy", "`SecurityPolicy` of `deckhouse.io`"],
  ["template.gatekeeper.sh/v1", "ConstraintTemplate", "kind of `templates.gatekeeper.sh`"],
  ["constraint.gatekeeper.sh/v1beta1", "K8sAllowedRepos", "kind of `constraints.gatekeeper.sh`"],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingAdmisionPolicy",
    "`ValidatingAdmissionPolicy` of `admissionregistration.k8s.io`",
  ],
])("%s %s may be meant for a policy", (apiVersion, kind, meant) => {
  expect(warn(apiVersion, kind)).toMatchObject({
    file: "a.yaml",
    line: 1,
    severity: "warning",
    code: "unknown-policy",
    message: `\`${apiVersion}\` \`${kind}\` is no policy, the nearest is ${meant}`,
  });
});

test.each<[apiVersion: string, kind: string]>([
  ["deckhouse.io/v1alpha1", "SecurityPolicy"],
  ["deckhouse.io/v1", "NodeGroup"],
  ["deckhouse.io/v1alpha1", "ModuleConfig"],
  ["deckhouse.io/v1alpha1", "ModuleUpdatePolicy"],
  ["templates.gatekeeper.sh/v1", "Whatever"],
  ["status.gatekeeper.sh/v1beta1", "ConstraintPodStatus"],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration"],
  ["admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy"],
  ["apps/v1", "Deployment"],
  ["v1", "Pod"],
  ["policy/v1", "PodDisruptionBudget"],
  ["", ""],
  [`${"deckhouse.io".repeat(10_000)}/v1`, "SecurityPolicy"],
])("%.40s %s is what it says", (apiVersion, kind) => {
  expect(warn(apiVersion, kind)).toBeUndefined();
});
