import { describe, expect, it } from "vitest";
import { judgeLines } from "../../test/judge-lines.js";
import { pss } from "./pss.js";

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "one" }, spec: { containers: [{ name: "app" }] } };
const passing = { name: "one", level: "baseline", version: "v1.25", expect: "pass", check: null, pod };

describe("the suite pss", () => {
  it.each(["baseline-v1.0.jsonl", "restricted-v1.37.jsonl", "edge-cases.jsonl", "random.jsonl"])(
    "judges the pods of %s",
    async (file) => {
      expect(await judgeLines(pss, file, [passing])).toEqual({ "one baseline:v1.25": { kind: "passed" } });
    },
  );

  it("judges namespace-labels.jsonl", async () => {
    const latest = { level: "privileged", version: "latest" };
    const expected = { enforce: latest, audit: latest, warn: latest };
    const line = { name: "none", labels: null, defaults: {}, expect: expected, errors: [], fullyPrivileged: true };
    expect(await judgeLines(pss, "namespace-labels.jsonl", [line])).toEqual({ none: { kind: "passed" } });
  });

  it("reads no other file", async () => {
    expect(await judgeLines(pss, "baseline.jsonl", [{}])).toMatchObject({ "line 1": { kind: "skipped" } });
  });
});
