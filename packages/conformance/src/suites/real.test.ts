import { expect, it } from "vitest";
import { judgeLines } from "../../test/judge-lines.js";
import { real } from "./real.js";

const beside = { "manifests/a.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: one}\n" };
const verdict = {
  file: "a.yaml",
  document: 0,
  level: "baseline",
  version: "latest",
  allowed: true,
  violations: [],
  message: null,
};

it.each([
  ["documents.jsonl", { file: "a.yaml", document: 0, status: "ok", apiVersion: "v1", kind: "Pod", name: "one" }],
  ["pss.jsonl", verdict],
  ["pss-defaulted.jsonl", verdict],
])("the suite real judges %s", async (file, line) => {
  expect(Object.values(await judgeLines(real, file, [line], beside))).toEqual([{ kind: "passed" }]);
});

it("the sources of the manifests are no cases", async () => {
  expect(await judgeLines(real, "sources.jsonl", [{ file: "a.yaml" }])).toEqual({});
});
