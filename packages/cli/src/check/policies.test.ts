import { evaluate } from "@ostiary/core";
import { expect, test } from "vitest";
import { type PolicyChoice, preparePolicies } from "./policies.js";

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
