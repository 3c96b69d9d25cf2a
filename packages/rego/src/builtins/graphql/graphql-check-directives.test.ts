import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "type Query{a:Int}scalar S@nope",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Undefined directive nope."],
  ],
  [
    "type Query{a:Int}scalar S@deprecated",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Directive deprecated is not applicable on SCALAR.",
    ],
  ],
  [
    "type Query{a:Int}scalar S@specifiedBy",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Argument url for directive specifiedBy cannot be null.",
    ],
  ],
  [
    "type Query{a:Int}scalar S@specifiedBy(url:null)",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Argument url for directive specifiedBy cannot be null.",
    ],
  ],
  [
    'type Query{a:Int}scalar S@specifiedBy(url:"x",y:1)',
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:47: Undefined argument y for directive specifiedBy.",
    ],
  ],
  [
    "type Query{a:Int}directive@d(a:Int@d)on ARGUMENT_DEFINITION",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:36: Directive d cannot refer to itself."],
  ],
  [
    "type Query{a:Int}directive@d(a:Query)on FIELD",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:30: cannot use Query as argument a because OBJECT is not a valid input type",
    ],
  ],
  [
    "type Query{a:Int}directive@d(a:Gone)on FIELD",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:32: Undefined type Gone."],
  ],
  [
    "type Query{a:Int}directive@d(__a:Int)on FIELD",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:30: Name "__a" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{a:Int}directive@__d on FIELD",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:28: Name "__d" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{a:Int}scalar S@__d",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:27: Name "__d" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{a(x:[Query!]):Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:14: cannot use [Query!] as argument x because OBJECT is not a valid input type",
    ],
  ],
  ['type Query{a(x:Int@deprecated(reason:"x")):Int@deprecated}', []],
  ["type Query{a:Gone}", ["Error in gqlparser SchemaDocument to Schema conversion: input:1:14: Undefined type Gone."]],
  [
    "type Query{__a:Int}",
    [
      'Error in gqlparser SchemaDocument to Schema conversion: input:1:12: Name "__a" must not begin with "__", which is reserved by GraphQL introspection.',
    ],
  ],
  [
    "type Query{a:Int}schema@nope{query:Query}",
    ["Error in gqlparser SchemaDocument to Schema conversion: input:1:25: Undefined directive nope."],
  ],
])("directives in schemas: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
