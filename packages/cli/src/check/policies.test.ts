import { evaluate } from "@ostiary/core";
import { expect, test } from "vitest";
import { isServerConfiguration, loadPolicyKinds, type PolicyChoice, preparePolicies } from "./policies.js";

const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { hostNetwork: true, containers: [] } };

/** The policies that speak, with the strictest action of each. */
const speaking = (choice: PolicyChoice, labels: Readonly<Record<string, string>> = {}): readonly string[] => {
  const { considered } = evaluate(POD, labels, preparePolicies(choice));
  return considered.map(({ policy, actions }) => `${policy.name}:${policy.version} ${actions?.[0]}`);
};

test("without anything said, baseline denies and restricted warns", () => {
  expect(speaking({}).slice(0, 2)).toEqual(["baseline:latest deny", "restricted:latest warn"]);
});

test("labels win over these defaults", () => {
  expect(speaking({}, { "pod-security.kubernetes.io/enforce": "restricted" })).toContain("restricted:latest deny");
});

test("a level holds in every mode, whatever labels and configuration say", () => {
  const podSecurity = {
    apiVersion: "pod-security.admission.config.k8s.io/v1",
    kind: "PodSecurityConfiguration",
    defaults: { enforce: "privileged", audit: "baseline" },
  };
  const labels = { "pod-security.kubernetes.io/warn": "baseline" };
  expect(speaking({ level: "restricted", version: "v1.24", podSecurity }, labels)).toEqual(["restricted:v1.24 deny"]);
});

test("a version without a level is that of the cluster: what `latest` means there", () => {
  const probe = { httpGet: { host: "example.com", port: 80 } };
  const pod = { ...POD, spec: { containers: [{ name: "a", livenessProbe: probe }] } };
  const rules = (version: string | undefined): readonly string[] =>
    evaluate(pod, {}, preparePolicies({ version })).violations.map(({ rule }) => rule);
  expect(rules(undefined)).toContain("hostProbesAndHostLifecycle");
  expect(rules("v1.33")).not.toContain("hostProbesAndHostLifecycle");
});

test("a configuration takes the place of the defaults", () => {
  const podSecurity = {
    apiVersion: "pod-security.admission.config.k8s.io/v1",
    kind: "PodSecurityConfiguration",
    defaults: { enforce: "restricted", "enforce-version": "v1.25" },
  };
  expect(speaking({ podSecurity })).toContain("restricted:v1.25 deny");
  expect(speaking({ podSecurity })).not.toContain("restricted:latest warn");
});

test("what a server would not start with is a problem", () => {
  const podSecurity = { apiVersion: "v1", kind: "ConfigMap" };
  expect(preparePolicies({ podSecurity }).problems).toHaveLength(1);
});

const SERVER = {
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  defaults: { enforce: "restricted" },
};

test("a configuration among the policies takes the place of the defaults too", () => {
  expect(isServerConfiguration(SERVER)).toBe(true);
  expect(preparePolicies({ policies: [SERVER] }).problems).toEqual([]);
  expect(speaking({ policies: [SERVER] })).toEqual(["restricted:latest deny"]);
});

test("Deckhouse's policies are loaded only for who has policies or the profile", async () => {
  expect(await loadPolicyKinds({ release: "1.66" })).toEqual([]);
  expect(await loadPolicyKinds({ profile: "kubernetes", policies: [] })).toEqual([]);
  expect(await loadPolicyKinds({ profile: "deckhouse" })).toMatchObject([{ name: "Deckhouse" }]);
  expect(await loadPolicyKinds({ policies: [{}] })).toMatchObject([{ name: "Deckhouse" }]);
});

test("with the profile of Deckhouse its standards hold, and Kubernetes' only where labels say so", async () => {
  const choice = { profile: "deckhouse", installVersion: "v1.60.0", release: "next" } as const;
  const policies = preparePolicies(choice, await loadPolicyKinds(choice));
  const denying = (labels: Readonly<Record<string, string>>) =>
    evaluate(POD, labels, policies).violations.map(({ rule, constraint }) => constraint?.name ?? rule);
  expect(denying({})).toEqual(["d8-pod-security-baseline-deny-default"]);
  const labels = {
    "security.deckhouse.io/pod-policy": "privileged",
    "pod-security.kubernetes.io/enforce": "baseline",
  };
  expect(denying(labels)).toEqual(["hostNamespaces"]);
});

const names = async (policies: readonly unknown[]): Promise<readonly string[]> =>
  (await loadPolicyKinds({ policies })).map(({ name }) => name);

test("Gatekeeper and the API server's own policies are loaded only for who has any", async () => {
  const template = { apiVersion: "templates.gatekeeper.sh/v1", kind: "ConstraintTemplate" };
  const policy = { apiVersion: "admissionregistration.k8s.io/v1", kind: "ValidatingAdmissionPolicy" };
  expect(await names([{}])).toEqual(["Deckhouse"]);
  expect(await names([template])).toEqual(["Deckhouse", "Gatekeeper"]);
  expect(await names([policy])).toEqual(["Deckhouse", "ValidatingAdmissionPolicy"]);
});

const K8S_RULE = {
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "K8sRule",
  metadata: { name: "a" },
  spec: {},
};
const templateWith = (target: object) => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k8srule" },
  spec: {
    crd: { spec: { names: { kind: "K8sRule" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", ...target }],
  },
});
const messagesOf = async (object: unknown, choice: PolicyChoice) => {
  const { violations, problems } = evaluate(object, {}, preparePolicies(choice, await loadPolicyKinds(choice)));
  return [...violations, ...problems].map(({ message }) => message);
};

test("rules may ask for the time, and in a cluster of Deckhouse not for the network", async () => {
  const decide = (rule: string, profile?: "deckhouse") => {
    const template = templateWith({ rego: `package a\nviolation[{"msg": "m"}] { ${rule} }` });
    return messagesOf(POD, { policies: [template, K8S_RULE], profile });
  };
  expect(await decide("time.now_ns() > 1700000000000000000")).toContain("m");
  expect(await decide('http.send({"url": "a"})', "deckhouse")).toContainEqual(
    expect.stringContaining("undefined function http.send"),
  );
});

test("a cluster of Deckhouse has the Gatekeeper of its release: Rego v1 is known since 3.19", async () => {
  const source = { version: "v1", rego: 'package a\nviolation contains {"msg": "m"} if true' };
  const template = templateWith({ code: [{ engine: "Rego", source }] });
  const decide = (release: PolicyChoice["release"]) =>
    messagesOf(POD, { policies: [template, K8S_RULE], profile: "deckhouse", release });
  expect(await decide("1.66")).toContainEqual(expect.stringContaining("rego_parse_error"));
  for (const release of [undefined, "1.76", "next"] as const) expect(await decide(release)).toContain("m");
});

test("templates see the pods of workloads, unless that is left to ExpansionTemplates", async () => {
  const rego = 'package a\nviolation[{"msg": "m"}] { input.review.kind.kind == "Pod" }';
  const workload = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" }, spec: { template: POD } };
  const decide = (expansion: PolicyChoice["expansion"]) =>
    messagesOf(workload, { policies: [templateWith({ rego }), K8S_RULE], expansion });
  expect(await decide(undefined)).toContain("m");
  expect(await decide("built-in")).toContain("m");
  expect(await decide("templates")).not.toContain("m");
});
