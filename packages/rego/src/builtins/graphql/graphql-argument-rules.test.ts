import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{human{iq}}",
    [
      'Field "human" argument "id" of type "ID!" is required, but it was not provided in GraphQL string at location 1:2',
    ],
  ],
  ["{human(id:1,id:2,id:3){iq}}", ['There can be only one argument named "id" in GraphQL string at location 1:13']],
  ["{cat(x:1){meows}}", ['Unknown argument "x" on field "Query.cat" in GraphQL string at location 1:2']],
  [
    "{dog{name(surnam:true)}}",
    ['Unknown argument "surnam" on field "Dog.name". Did you mean "surname"?', " in GraphQL string at location 1:6"],
  ],
  ["mutation{add}", []],
  [
    "{dog@skip{name}}",
    [
      'Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided in GraphQL string at location 1:6',
    ],
  ],
  [
    "{dog@include(iff:true,if:true,if:false){name}}",
    [
      'Unknown argument "iff" on directive "@include". Did you mean "if"?',
      'input:1:31: There can be only one argument named "if" in GraphQL string at location 1:6',
    ],
  ],
  ["{dog@nope(a:1){name}}", ['Unknown directive "@nope" in GraphQL string at location 1:6']],
])("arguments: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
