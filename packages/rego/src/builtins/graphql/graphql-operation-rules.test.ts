import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{num}query A{num}",
    ["This anonymous operation must be the only defined operation in GraphQL string at location 1:1"],
  ],
  ["query A{num}query A{num}", ['There can be only one operation named "A" in GraphQL string at location 1:13']],
  [
    "subscription{ticks other}",
    ["Anonymous Subscription must select only one top level field in GraphQL string at location 1:20"],
  ],
  [
    "subscription S{...F}fragment F on Subscription{ticks ...{__typename}}",
    [
      'Subscription "S" must select only one top level field.',
      'input:1:58: Subscription "S" must not select an introspection top level field in GraphQL string at location 1:58',
    ],
  ],
  ["subscription{ticks a:ticks}", []],
  [
    "subscription{...F ...F ...Gone other}fragment F on Subscription{ticks}",
    ['Unknown fragment "Gone" in GraphQL string at location 1:27'],
  ],
  [
    "{__schema{types{fields{type{fields{type{interfaces{name}}}}}}}}",
    ["Maximum introspection depth exceeded", " in GraphQL string at location 1:2"],
  ],
  [
    "{__schema{types{...F}}}fragment F on __Type{fields{type{...F}}}",
    ['Cannot spread fragment "F" within itself in GraphQL string at location 1:60'],
  ],
  [
    '{__type(name:"x"){...on __Type{fields{name}possibleTypes{name}...Gone}}}',
    ['Unknown fragment "Gone" in GraphQL string at location 1:66'],
  ],
])("operations: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
