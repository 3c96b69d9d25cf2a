import { expect, test } from "vitest";
import { reasonFor, UNBUILT } from "./unbuilt.js";

test("only what the specification lets out has a reason", () => {
  expect(reasonFor("v0-graphql.jsonl")).toContain("GraphQL");
  expect(reasonFor("functions.jsonl")).toBeUndefined();
  expect(UNBUILT.every(({ reason }) => /^(may|impure): /.test(reason))).toBe(true);
});
