import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "type Query{a:Int}type Query{a:Int}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:23: Cannot redeclare type Query."],
  ],
  [
    "type Query{a:Int}scalar Int",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:25: Cannot redeclare type Int."],
  ],
  [
    "type Query{a:Int}extend scalar Query@deprecated",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:32: Cannot extend type Query because the base type is a OBJECT, not SCALAR.",
    ],
  ],
  ["extend type Query{a:Int}", []],
  ["schema{query:A}type A{a:Int}", []],
  [
    "schema{query:Gone}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:8: Schema root query refers to a type Gone that does not exist.",
    ],
  ],
  [
    "schema{query:Query}schema{query:Query}type Query{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:26: Cannot have multiple schema entry points, consider schema extensions instead.",
    ],
  ],
  [
    "type Query{a:Int}extend schema{mutation:Gone}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:32: Schema root mutation refers to a type Gone that does not exist.",
    ],
  ],
  ["type Query{a:Int}type A{b:Int}extend schema{mutation:A}", []],
  [
    "type Query{a:Int}directive@a on FIELD directive@a on FIELD",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:49: Cannot redeclare directive a."],
  ],
  ["type Query{a:Int}directive@skip on FIELD", []],
  ["type A{a:Int}", ['Schema does not support operation type "query"', " in GraphQL string at location 1:1"]],
  ["type Query{a:Int}extend enum __TypeKind{X}", []],
])("schemas: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
