import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { deckhouse } from "../deckhouse.js";

const privileged = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "one", namespace: "shop" },
  spec: { containers: [{ name: "app", securityContext: { privileged: true } }] },
};
const violation = {
  source: { kind: "PodSecurityStandard", name: "baseline" },
  constraintKind: "D8PrivilegedContainer",
  constraintName: "d8-pod-security-baseline-deny-default",
  enforcementAction: "deny",
  message: "Privileged container is not allowed: app. | privileged: true | privileged: false",
};
const policy = {
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "SecurityPolicy",
  metadata: { name: "own" },
  spec: {
    match: { namespaceSelector: { matchNames: ["shop"] } },
    policies: { allowPrivileged: false, allowPrivilegeEscalation: true },
  },
};
const byPolicy = { ...violation, source: { kind: "SecurityPolicy", name: "own" }, constraintName: "own" };

const line = {
  name: "one",
  release: "1.76",
  settings: { podSecurityStandards: { defaultPolicy: "Baseline" } },
  namespace: { metadata: { name: "shop", labels: {} } },
  operation: "CREATE",
  object: privileged,
  expect: [violation],
};

const judge = async (difference: object) =>
  (await judgeLines(deckhouse, "differential-1.76.jsonl", [{ ...line, ...difference }]))["one"];

describe("a whole request", () => {
  it.each<[string, object]>([
    ["the settings' default policy", {}],
    ["the version that the cluster was installed with", { settings: { installVersion: "v1.60.0" } }],
    ["no record of that version", { settings: undefined, expect: [] }],
    [
      "the namespace's labels",
      {
        namespace: { metadata: { name: "shop", labels: { "security.deckhouse.io/pod-policy": "privileged" } } },
        expect: [],
      },
    ],
    ["policies", { settings: undefined, policies: [policy], expect: [byPolicy] }],
    ["the operation", { operation: "DELETE", expect: [] }],
    [
      "the old object",
      {
        settings: undefined,
        policies: [{ ...policy, spec: { ...policy.spec, match: { labelSelector: { matchLabels: { app: "web" } } } } }],
        operation: "UPDATE",
        oldObject: { ...privileged, metadata: { ...privileged.metadata, labels: { app: "web" } } },
        expect: [byPolicy],
      },
    ],
  ])("is judged by %s", async (_, difference) => {
    expect(await judge(difference)).toEqual({ kind: "passed" });
  });

  it("fails when the violations are not all there", async () => {
    expect(await judge({ expect: [] })).toMatchObject({ kind: "failed" });
  });
});
