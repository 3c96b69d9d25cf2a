import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "type Query",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:6: OBJECT Query: must define one or more fields.",
    ],
  ],
  [
    "type Query{a:I}input I{b:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:12: OBJECT Query: field must be one of SCALAR, OBJECT, INTERFACE, UNION, ENUM.",
    ],
  ],
  [
    "type Query{a:Int}input I{a:Query}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:26: OBJECT a: field must be one of SCALAR, ENUM, INPUT_OBJECT.",
    ],
  ],
  [
    "type Query{a:Int}input I",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:24: INPUT_OBJECT I: must define one or more input fields.",
    ],
  ],
  [
    "type Query{a:Int}enum E",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:23: ENUM E: must define one or more unique enum values.",
    ],
  ],
  [
    "type Query{a:Int}enum E{true}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:23: ENUM E: non-enum value true."],
  ],
  [
    "type Query{a:Int}enum E{A@nope}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Undefined directive nope."],
  ],
  [
    "type Query{a:Int}union U=Gone",
    ['Error in gqlparser SchemaDocument to Schema conversion: input:1:24: Undefined type "Gone".'],
  ],
  [
    "type Query{a:Int}union U=Query|Int",
    ['Error in gqlparser SchemaDocument to Schema conversion: input:1:24: UNION type "Int" must be OBJECT.'],
  ],
  [
    "type Query{a:Int b:Int b:Int a:Int}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:30: Field Query.a can only be defined once."],
  ],
  [
    "type Query{a:Int}type __T{a:Int}",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:23: Name "__T" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{a:Int}input I{a:Int@nope}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:32: Undefined directive nope."],
  ],
  ["type Query{a:Int}input I{a:Int@deprecated}", []],
  [
    "type Query{a:Int}interface I",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:28: INTERFACE I: must define one or more fields.",
    ],
  ],
  ["type Query{a:Int}enum E{A B A}union U scalar S", []],
])("types: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
