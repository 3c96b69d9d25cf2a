import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { suiteJsonSchema, suiteSchema } from "./suite-schema.js";

test("the schema for editors is that of the command; `pnpm generate` writes it", () => {
  const file = new URL("../../schema/suite.schema.json", import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(suiteJsonSchema());
});

test.each([
  ["yes", "yes"],
  [true, "yes"],
  ["no", "no"],
  [false, "no"],
  [3, 3],
])("violations: %j means %j", (written, meant) => {
  const one = { name: "c", object: "a.yaml", assertions: [{ violations: written }] };
  const suite = { apiVersion: "test.ostiary.dev/v1", kind: "Suite", tests: [{ name: "t", cases: [one] }] };
  expect(suiteSchema.parse(suite).tests[0]?.cases?.[0]?.assertions).toEqual([{ violations: meant }]);
});
