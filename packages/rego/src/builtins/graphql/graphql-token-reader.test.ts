import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  ["{", "Expected Name, found <EOF> in GraphQL string at location 1:2"],
  ["{}", "expected at least one definition, found } in GraphQL string at location 1:2"],
  ["{a(", "Expected Name, found <EOF> in GraphQL string at location 1:4"],
  ["{a()}", "expected at least one definition, found ) in GraphQL string at location 1:4"],
  ["{a(b)}", "Expected :, found ) in GraphQL string at location 1:5"],
  ["query(){a}", "expected at least one definition, found ) in GraphQL string at location 1:7"],
  ["fragment F", 'Expected "on", found <EOF> in GraphQL string at location 1:11'],
  ["fragment F of X{a}", 'Expected "on", found Name "of" in GraphQL string at location 1:12'],
  ["{a:}", "Expected Name, found } in GraphQL string at location 1:4"],
  ["# c", {}],
  ["", {}],
  ["{a}#c", { Operations: [{ Name: "", Operation: "query", SelectionSet: [{ Alias: "a", Name: "a" }] }] }],
  ["{a}}", "Unexpected } in GraphQL string at location 1:4"],
  ["{a(b:[", "Unexpected <EOF> in GraphQL string at location 1:7"],
  ["{a(b:{c}", "Expected :, found } in GraphQL string at location 1:8"],
  ["{a{b}", "Expected Name, found <EOF> in GraphQL string at location 1:6"],
  ["{...}", "Expected {, found } in GraphQL string at location 1:5"],
])("what is expected: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
