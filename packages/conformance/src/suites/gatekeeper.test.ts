import { describe, expect, it } from "vitest";
import { judgeLines } from "../../test/judge-lines.js";
import { gatekeeper } from "./gatekeeper.js";

const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "shop" } };

describe("the suite gatekeeper", () => {
  it.each(["match.jsonl", "match-random.jsonl"])("judges %s", async (file) => {
    const line = { name: "one", op: "match", match: {}, object, namespace: null, source: "", expect: true };
    expect(await judgeLines(gatekeeper, file, [line])).toEqual({ "one match": { kind: "passed" } });
  });

  it.each(["assign.jsonl", "mutation-random.jsonl"])("judges %s", async (file) => {
    const line = { name: "one", op: "parse", input: "spec", expect: [{ object: "spec" }] };
    expect(await judgeLines(gatekeeper, file, [line])).toEqual({ "one parse": { kind: "passed" } });
  });

  it("reads no other file", async () => {
    expect(await judgeLines(gatekeeper, "else.jsonl", [{}])).toMatchObject({ "line 1": { kind: "skipped" } });
  });
});
