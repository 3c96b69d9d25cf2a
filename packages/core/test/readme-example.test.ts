import { evaluate, formatFieldPath, readPolicies, review } from "@ostiary/core";
import { expect, it } from "vitest";

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web" },
  spec: {
    hostNetwork: true,
    containers: [{ name: "app", image: "registry.example/web:1", securityContext: { privileged: true } }],
  },
};

it("would this pod be admitted?", () => {
  // Policies are read once, for any number of evaluations. Without documents and options, the labels alone decide.
  const policies = readPolicies([]);
  const decision = evaluate(pod, { "pod-security.kubernetes.io/enforce": "baseline" }, policies);
  expect(decision.allowed).toBe(false);
  expect(decision.violations.map(({ message }) => message)).toEqual([
    "host namespaces (hostNetwork=true)",
    'privileged (container "app" must not set securityContext.privileged=true)',
  ]);

  // Every violation says where, what is there, and what would be accepted instead.
  const places = decision.violations.flatMap(({ findings }) => findings);
  expect(places.map(({ path, found, allowed }) => [formatFieldPath(path), found, allowed])).toEqual([
    ["spec.hostNetwork", true, false],
    ["spec.containers[0].securityContext.privileged", true, false],
  ]);
});

it("does it keep a standard, whatever labels say?", () => {
  const policies = readPolicies([], { standards: { enforce: "privileged", warn: "restricted:v1.30" } });
  const { allowed, violations } = evaluate(pod, {}, policies);
  expect(allowed).toBe(true);
  expect(violations.every(({ action }) => action === "warn")).toBe(true);
});

it("what would an API server reply to this request?", () => {
  const namespaceObject = { metadata: { labels: { "pod-security.kubernetes.io/enforce": "baseline" } } };
  const { answers } = review(
    { operation: "CREATE", object: pod, namespace: "shop", namespaceObject },
    readPolicies([]),
  );
  expect(answers?.[0]).toMatchObject({ allowed: false, code: 403, reason: "Forbidden" });
});

it("what cannot be read is never let in silently", () => {
  const policies = readPolicies([{ apiVersion: "example.com/v1", kind: "Policy" }]);
  const broken = { ...pod, spec: { ...pod.spec, hostNetwork: "no" } };
  const decision = evaluate(broken, { "pod-security.kubernetes.io/enforce": "baseline" }, policies);
  expect(decision.allowed).toBe(false);
  expect(decision.problems.map(({ message }) => message)).toEqual([
    "policy document 0: no kind of policy reads `example.com/v1` `Policy`",
    "`spec.hostNetwork`: expected boolean, found string",
  ]);
});
