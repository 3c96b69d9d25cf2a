import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { real } from "../real.js";

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      hostIPC: true
      securityContext: {runAsNonRoot: true}
      volumes: [{name: data, emptyDir: }]
---
{{ .Values.pod }}
`;
const beside = { "manifests/a.yaml": DEPLOYMENT };
const line = { file: "a.yaml", document: 0, level: "restricted", version: "v1.24", allowed: false };
const hostNamespaces = { check: "hostNamespaces", reason: "host namespaces", detail: "hostIPC=true" };
const defaulted = {
  ...line,
  violations: [hostNamespaces],
  message: 'violates PodSecurity "restricted:v1.24": host namespaces (hostIPC=true)',
};
const volumes = {
  check: "restrictedVolumes",
  reason: "restricted volume types",
  detail: 'volume "data" uses restricted volume type "unknown"',
};
const plain = {
  ...line,
  violations: [hostNamespaces, volumes],
  message: `${defaulted.message}, restricted volume types (${volumes.detail})`,
};
const judge = (file: string, one: object) => judgeLines(real, file, [one], beside);
const id = "a.yaml#0 restricted:v1.24";

it("an object is judged as it is written, in pss.jsonl", async () => {
  expect(await judge("pss.jsonl", plain)).toEqual({ [id]: { kind: "passed" } });
});

it("and with the API server's defaults, in pss-defaulted.jsonl", async () => {
  expect(await judge("pss-defaulted.jsonl", defaulted)).toEqual({ [id]: { kind: "passed" } });
});

describe("where pss-defaulted.jsonl lies beside it, pss.jsonl judges both", () => {
  const judgeBeside = (one: object, text: string) =>
    judgeLines(real, "pss.jsonl", [one], { ...beside, "pss-defaulted.jsonl": text });
  it("by the line there", async () => {
    expect(await judgeBeside(plain, JSON.stringify(defaulted))).toEqual({ [id]: { kind: "passed" } });
  });

  it.each([[""], [JSON.stringify(plain)]])("and fails without it, or with a wrong one: %#", async (text) => {
    const difference = expect.stringContaining("violations: expected");
    expect(await judgeBeside(plain, text)).toEqual({ [id]: { kind: "failed", difference } });
  });
});

it.each([
  ["pss.jsonl", "violations", defaulted],
  ["pss-defaulted.jsonl", "violations", plain],
  ["pss.jsonl", "allowed", { ...plain, allowed: true }],
  ["pss.jsonl", "message", { ...plain, message: null }],
])("%s fails when %s differs", async (file, field, expected) => {
  const difference = expect.stringContaining(`${field}: expected`);
  expect(await judge(file, expected)).toEqual({ [id]: { kind: "failed", difference } });
});

it.each([
  [1, "read as unreadable"],
  [2, "read as nothing"],
])("fails when document %d cannot be had", async (document, difference) => {
  expect(Object.values(await judge("pss.jsonl", { ...plain, document }))).toEqual([{ kind: "failed", difference }]);
});
