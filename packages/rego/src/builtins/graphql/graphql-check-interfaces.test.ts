import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "type Query{a:Int}type T implements Gone{a:Int}",
    ['Error in gqlparser SchemaDocument to Schema conversion: input:1:23: Undefined type "Gone".'],
  ],
  [
    "type Query{a:Int}type T implements Query{a:Int}",
    ['Error in gqlparser SchemaDocument to Schema conversion: input:1:23: "Query" is a non interface type OBJECT.'],
  ],
  [
    "type Query{a:Int}interface I{b:Int}type T implements I{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:41: For T to implement I it must have a field called b.",
    ],
  ],
  [
    "type Query{a:Int}interface I{a:Int!}type T implements I{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:57: For T to implement I the field a must have type Int!.",
    ],
  ],
  ["type Query{a:Int}interface I{a:[I]}type T implements I{a:[T!]!}", []],
  [
    "type Query{a:Int}interface I{a:[I]}type T implements I{a:T}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:56: For T to implement I the field a must have type [I].",
    ],
  ],
  [
    "type Query{a:Int}interface I{a(x:Int):Int}type T implements I{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:63: For T to implement I the field a must have the same arguments but it is missing x.",
    ],
  ],
  [
    "type Query{a:Int}interface I{a(x:Int):Int}type T implements I{a(x:String):Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:65: For T to implement I the field a must have the same arguments but x has the wrong type.",
    ],
  ],
  [
    "type Query{a:Int}interface I{a:Int}type T implements I{a(x:Int!):Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:58: For T to implement I any additional arguments on a must be optional or have a default value but x is required.",
    ],
  ],
  ["type Query{a:Int}interface I{a:Int}type T implements I{a(x:Int!=1,y:Int):Int}", []],
  [
    "type Query{a:Int}interface I{a:Int}interface J implements I{a:Int}type T implements J{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:72: Type T must implement I because it is implemented by J.",
    ],
  ],
  [
    "type Query{a:Int}interface I implements J{a:Int}interface J implements I{a:Int}",
    [
      "Error in gqlparser SchemaDocument to Schema conversion: input:1:28: Type I cannot implement J because it would create a circular reference.",
    ],
  ],
  ["type Query{a:Int}interface I{a:U}union U=T|Query type T implements I{a:T}", []],
])("interfaces: %s", (schema, findings) => {
  expect(judgeGraphql("{__typename}", schema)).toStrictEqual(findings);
});
