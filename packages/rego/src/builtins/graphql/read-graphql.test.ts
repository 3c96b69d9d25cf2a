import { expect, test } from "vitest";
import { readGraphql } from "./read-graphql.js";

test("a document is its tree, or why it has none", () => {
  expect(readGraphql("graphql.parse_schema", "")).toStrictEqual({});
  expect(readGraphql("graphql.parse_query", "x")).toBe('Unexpected Name "x" in GraphQL string at location 1:1');
});
