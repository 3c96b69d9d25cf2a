import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  ["{dog@onField{name@nope}}", ['Unknown directive "@nope" in GraphQL string at location 1:19']],
  ["query@onField{dog{name}}", ['Directive "@onField" may not be used on QUERY in GraphQL string at location 1:7']],
  [
    "{dog@onField@onField{name}}",
    ['The directive "@onField" can only be used once at this location in GraphQL string at location 1:14'],
  ],
  ["{dog@rep@rep(n:1){name}}", []],
  [
    "{dog{...F@onField@onField}}fragment F on Dog@skip(if:true){name}",
    [
      'Directive "@onField" may not be used on FRAGMENT_SPREAD.',
      'input:1:19: Directive "@onField" may not be used on FRAGMENT_SPREAD.',
      'input:1:19: The directive "@onField" can only be used once at this location.',
      'input:1:46: Directive "@skip" may not be used on FRAGMENT_DEFINITION in GraphQL string at location 1:11',
    ],
  ],
  [
    "query($a:Int@onField){num(i:$a)}",
    ['Directive "@onField" may not be used on VARIABLE_DEFINITION in GraphQL string at location 1:14'],
  ],
  ["{dog{...@include(if:true)@skip(if:false){name}}}", []],
  ["subscription@rep{ticks}", ['Directive "@rep" may not be used on SUBSCRIPTION in GraphQL string at location 1:14']],
  ["mutation@rep{add}", ['Directive "@rep" may not be used on MUTATION in GraphQL string at location 1:10']],
])("directives: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
