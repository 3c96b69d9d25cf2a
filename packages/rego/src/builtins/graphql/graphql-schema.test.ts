import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  ["type Query{a:Int}", []],
  ["type Query{a:Int b:Int c:Int d:Int e:Int f:Int g:Int h:Int}", []],
  [
    "type Query{__typename:Int}",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:12: Name "__typename" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{__schema:Int}",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:12: Name "__schema" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
])("what a schema has: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
