import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const line = { name: "one", op: "parse", input: "spec", expect: [{ object: "spec" }] };

it.each([
  "assign.jsonl",
  "assignmetadata.jsonl",
  "modifyset.jsonl",
  "assignimage.jsonl",
  "mutation-path-parser.jsonl",
  "mutation-system.jsonl",
  "mutation-random.jsonl",
])("%s is judged", async (file) => {
  expect(await judgeLines(gatekeeper, file, [line])).toEqual({ "one parse": { kind: "passed" } });
});

it("operations that nobody reads are skipped, and counted", async () => {
  expect(await judgeLines(gatekeeper, "assign.jsonl", [{ name: "one", op: "expand" }])).toEqual({
    "one expand": { kind: "skipped", reason: "nobody reads expand yet" },
  });
});
