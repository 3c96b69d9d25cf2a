import { describe, expect, it } from "vitest";
import { judgeLines } from "../../test/judge-lines.js";
import { deckhouse } from "./deckhouse.js";

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "shop" }, spec: {} };

const FILES: readonly (readonly [string, object])[] = [
  ...["operation-v1.66.jsonl", "operation-newest.jsonl"].map((file): readonly [string, object] => [
    file,
    { suite: "s", case: "c", constraintKind: "D8AllowedRepos", parameters: {}, object: pod, expectViolations: "no" },
  ]),
  ["security-v1.66.jsonl", { id: "one", constraintKind: "D8PrivilegedContainer", object: pod, expectViolations: "no" }],
  ["security-exceptions-newest.jsonl", { id: "one", object: pod, exceptions: [], expectFired: [] }],
  [
    "differential-1.76.jsonl",
    {
      name: "one",
      release: "1.76",
      namespace: { metadata: { name: "shop" } },
      operation: "CREATE",
      object: pod,
      expect: [],
    },
  ],
];

describe("the suite deckhouse", () => {
  it.each(FILES)("judges %s", async (file, line) => {
    expect(Object.values(await judgeLines(deckhouse, file, [line]))).toEqual([{ kind: "passed" }]);
  });

  it("reads no other file", async () => {
    expect(await judgeLines(deckhouse, "later.jsonl", [{}])).toMatchObject({ "line 1": { kind: "skipped" } });
  });
});
