import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { real } from "../real.js";

const RULE = `package names
violation[{"msg": msg}] { input.review.kind.kind == "Pod"; msg := input.review.name }`;

const template = {
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k8snames" },
  spec: {
    crd: { spec: { names: { kind: "K8sNames" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: RULE }],
  },
};
const sample = {
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "K8sNames",
  metadata: { name: "all" },
  spec: { match: { excludedNamespaces: ["shop"] } },
};
const referential = { ...template, spec: { ...template.spec, note: "data.inventory" } };
const lines = (...entries: readonly object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
const beside = {
  "../gatekeeper-library/templates.jsonl": lines(
    { name: "k8snames", template },
    { name: "other", template: referential },
  ),
  "../gatekeeper-library/constraints.jsonl": lines(
    { template: "k8snames", path: "b", constraint: {} },
    { template: "k8snames", path: "a", constraint: sample },
  ),
  "manifests/a.yaml": `kind: Pod
apiVersion: v1
metadata: {name: web}
---
kind: Pod
apiVersion: v1
metadata: {name: away, namespace: shop}
---
kind: Deployment
apiVersion: apps/v1
metadata: {name: back}
spec: {template: {}}
`,
  "documents.jsonl": lines(...[0, 1, 2].map((document) => ({ file: "a.yaml", document, status: "ok" })), {
    file: "b.yaml",
    document: 0,
    status: "parse-error",
  }),
};
const verdict = (document: number, ...messages: readonly string[]) => ({
  file: "a.yaml",
  document,
  template: "k8snames",
  constraint: "all",
  enforcementAction: "deny",
  messages,
});

const judge = async (file: string, ...verdicts: readonly object[]) =>
  Object.values(await judgeLines(real, file, verdicts, beside)).map(({ kind }) => kind);

it("every readable object is judged, by the first sample of each template that needs no other objects", async () => {
  expect(await judge("library.jsonl", verdict(0, "web"))).toEqual(["passed", "passed", "passed"]);
  expect(await judge("library.jsonl", verdict(0, "other"))).toEqual(["failed", "passed", "passed"]);
  expect(await judge("library.jsonl", verdict(0, "web"), verdict(1, "away"))).toEqual(["passed", "failed", "passed"]);
});

it("workloads are judged by the pods that they would create too", async () => {
  const implied = verdict(2, "[Implied by workloads] back-pod");
  expect(await judge("library-expanded.jsonl", verdict(0, "web"), implied)).toEqual(["passed", "passed", "passed"]);
});
