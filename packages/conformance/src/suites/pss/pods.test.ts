import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { pss } from "../pss.js";
import { pods } from "./pods.js";

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "one" },
  spec: { hostNetwork: true, containers: [{ name: "app" }], volumes: [{ name: "data" }] },
};
const hostNamespaces = { check: "hostNamespaces", reason: "host namespaces", detail: "hostNetwork=true" };
const failing = {
  name: "one",
  level: "baseline",
  version: "latest",
  expect: "fail",
  pod,
  violations: [hostNamespaces],
  message: "host namespaces (hostNetwork=true)",
};
const id = "one baseline:latest";
const judge = (line: object) => judgeLines(pss, "random.jsonl", [line]);

describe("a pod", () => {
  it.each([
    ["is denied with the very violations", failing],
    ["is allowed at privileged", { name: "one", level: "privileged", version: "latest", expect: "pass", pod }],
    [
      "gets the API server's defaults",
      {
        ...failing,
        level: "restricted",
        pod: { ...pod, spec: { volumes: [{ name: "data" }] } },
        expect: "pass",
        violations: [],
        message: "",
      },
    ],
  ])("%s", async (_, line) => {
    expect(Object.values(await judge(line))).toEqual([{ kind: "passed" }]);
  });

  it.each([
    ["allowed", { ...failing, expect: "pass" }],
    ["violations", { ...failing, violations: [] }],
    ["violations", { ...failing, violations: [{ ...hostNamespaces, detail: "hostPID=true" }] }],
    ["message", { ...failing, message: "host namespaces" }],
    ["problems", { ...failing, pod: { ...pod, metadata: { name: 5 } } }],
  ])("fails when %s differs", async (field, line) => {
    expect(await judge(line)).toEqual({
      [id]: { kind: "failed", difference: expect.stringContaining(`${field}: expected`) },
    });
  });
});

it.each([
  ["baseline-v1.0.jsonl", true],
  ["restricted-v1.37.jsonl", true],
  ["random.jsonl", true],
  ["admission-random.jsonl", false],
  ["namespace-labels.jsonl", false],
])("whether %s holds pods is %s", (file, expected) => {
  expect(pods.names.test(file)).toBe(expected);
});
