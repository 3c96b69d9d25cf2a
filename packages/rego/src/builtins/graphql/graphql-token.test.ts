import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  ["x", 'Unexpected Name "x" in GraphQL string at location 1:1'],
  ['"s"', 'Unexpected String "s" in GraphQL string at location 1:2'],
  ['"""b"""', 'Unexpected BlockString "b" in GraphQL string at location 1:4'],
  ["1", 'Unexpected Int "1" in GraphQL string at location 1:1'],
  ["1.5", 'Unexpected Float "1.5" in GraphQL string at location 1:1'],
  ["!", "Unexpected ! in GraphQL string at location 1:1"],
  ["...", "Unexpected ... in GraphQL string at location 1:1"],
  ["{a(b:c", "Expected Name, found <EOF> in GraphQL string at location 1:7"],
  ["query query query", "Expected {, found Name in GraphQL string at location 1:13"],
  ["{on}", { Operations: [{ Name: "", Operation: "query", SelectionSet: [{ Alias: "on", Name: "on" }] }] }],
  ['{a:""}', "Expected Name, found String in GraphQL string at location 1:5"],
])("tokens in messages: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
