import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { real } from "../real.js";

const POD = `
apiVersion: v1
kind: Pod
metadata: {name: one, namespace: d8-system}
spec:
  containers: [{name: app, securityContext: {privileged: true}}]
---
{{ .Values.pod }}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers: [{name: app, securityContext: {privileged: true}}]
---
apiVersion: v1
kind: Pod
spec:
  containers: [{name: app, securityContext: {privileged: true}}]
`;
const beside = { "manifests/a.yaml": POD };
const violation = {
  source: { kind: "PodSecurityStandard", name: "baseline" },
  constraintKind: "D8PrivilegedContainer",
  constraintName: "d8-pod-security-baseline-deny-default",
  enforcementAction: "deny",
  message: "Privileged container is not allowed: app. | privileged: true | privileged: false",
};
const line = { file: "a.yaml", document: 0, policySet: "pss-baseline", subject: "object", expect: [violation] };

const judge = async (difference: object, file = "deckhouse-1.76.jsonl") =>
  Object.values(await judgeLines(real, file, [{ ...line, ...difference }], beside))[0];

describe("a manifest under the documentation's policies", () => {
  it.each<[string, object]>([
    ["as it is, in a namespace that is no system namespace", {}],
    ["as the pod that it is", { subject: "pod" }],
    ["as the pod that it would create", { document: 2, subject: "pod" }],
    ["as a controller, which the standards do not look at", { document: 2, expect: [] }],
  ])("is judged %s", async (_, difference) => {
    expect(await judge(difference)).toEqual({ kind: "passed" });
  });

  it("lines of 1.66 are about the pod", async () => {
    const message = 'Privileged container is not allowed: app, securityContext: {"privileged": true}';
    const expected = { subject: undefined, expect: [{ ...violation, message }] };
    expect(await judge(expected, "deckhouse-1.66.jsonl")).toEqual({ kind: "passed" });
  });

  it("deviates on purpose where the difference is explained", async () => {
    expect(await judge({ document: 3, expect: [] })).toMatchObject({ kind: "deviation" });
  });

  it("fails when a violation is missing", async () => {
    expect(await judge({ expect: [] })).toMatchObject({ kind: "failed" });
  });

  it.each([
    [1, "read as unreadable"],
    [9, "read as nothing"],
  ])("fails when document %d cannot be had", async (document, difference) => {
    expect(await judge({ document })).toEqual({ kind: "failed", difference });
  });

  it("of a release that nobody knows is a failure", async () => {
    await expect(judge({}, "deckhouse-0.1.jsonl")).rejects.toThrow("unknown release 0.1");
  });
});
