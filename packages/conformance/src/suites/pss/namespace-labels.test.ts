import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { pss } from "../pss.js";
import { namespaceLabels } from "./namespace-labels.js";

const standard = (level: string, version = "latest") => ({ level, version });
const ENFORCE = "pod-security.kubernetes.io/enforce";
const error = {
  field: `metadata.labels[${ENFORCE}]`,
  value: "",
  detail: "must be one of privileged, baseline, restricted",
  message: `metadata.labels[${ENFORCE}]: Invalid value: "": must be one of privileged, baseline, restricted`,
};
const line = {
  name: "null is empty",
  labels: { [ENFORCE]: null },
  defaults: { audit: "baseline", "audit-version": "v1.25" },
  expect: { enforce: standard("restricted"), audit: standard("baseline", "v1.25"), warn: standard("privileged") },
  errors: [error],
  fullyPrivileged: false,
};
const judge = async (changed: object) =>
  Object.values(await judgeLines(pss, "namespace-labels.jsonl", [{ ...line, ...changed }]));

describe("namespace labels", () => {
  it("give the very policy and errors", async () => {
    expect(await judge({})).toEqual([{ kind: "passed" }]);
  });

  it.each([
    ["policy", { expect: { ...line.expect, warn: standard("restricted") } }],
    ["errors", { errors: [{ ...error, message: "another" }] }],
    ["errors", { errors: [{ ...error, detail: "another" }] }],
    ["errors", { errors: [] }],
    ["fullyPrivileged", { fullyPrivileged: true }],
  ])("fail when %s differs", async (field, changed) => {
    const [outcome] = await judge(changed);
    expect(outcome).toEqual({ kind: "failed", difference: expect.stringContaining(`${field}: expected`) });
  });
});

it("are in one file", () => {
  expect(namespaceLabels.names.test("namespace-labels.jsonl")).toBe(true);
  expect(namespaceLabels.names.test("random.jsonl")).toBe(false);
});
