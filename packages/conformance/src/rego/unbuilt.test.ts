import { expect, test } from "vitest";
import { reasonFor, UNBUILT } from "./unbuilt.js";

test("only what the specification lets out has a reason", () => {
  expect(reasonFor("v0-graphql.jsonl", "a")).toContain("GraphQL");
  expect(reasonFor("functions.jsonl", "a")).toBeUndefined();
  expect(reasonFor("random.jsonl", "random-1-59")).toBeUndefined();
  expect(reasonFor("random.jsonl", "random-1-58")).toContain("strict");
  expect(UNBUILT.every(({ reason }) => /^(may|impure|unknown): /.test(reason))).toBe(true);
});
