import { join } from "node:path";
import { expect, it } from "vitest";
import { writeCollection } from "../test/write-collection.js";
import { caseEachLine } from "./suite.js";

it("takes each line for a case", async () => {
  const folder = writeCollection({
    "cases.jsonl": [
      { name: "one", size: 1 },
      { name: "two", size: 2 },
    ],
  });
  const list = caseEachLine<{ name: string; size: number }>(
    ({ name }) => name,
    ({ size }) => ({ kind: "skipped", reason: `${size}` }),
  );
  const cases = [...list(join(folder, "cases.jsonl"))];
  expect(cases.map(({ id }) => id)).toEqual(["one", "two"]);
  expect(cases.map(({ judge }) => judge())).toEqual([
    { kind: "skipped", reason: "1" },
    { kind: "skipped", reason: "2" },
  ]);
});
