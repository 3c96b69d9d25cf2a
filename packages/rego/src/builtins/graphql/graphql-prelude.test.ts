import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  ["type Query{a:Int}type Gone{a:__Type b:__Directive c:ID d:Float}", []],
  [
    "type Query{a:Int}type String{a:Int}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:23: Cannot redeclare type String."],
  ],
  ["type Query{a:Int}directive@defer on FIELD", []],
])("the language's own types: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
