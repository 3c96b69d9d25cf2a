import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "query Q($a:Nope=1)@nope{dog{...F@nope}...on Cat{x}}fragment F on Dog{a(x:$b)}fragment G on Dog@nope{name}",
    [
      'Unknown type "Nope".',
      'input:1:20: Unknown directive "@nope".',
      'input:1:34: Unknown directive "@nope".',
      'input:1:74: Variable "$b" is not defined by operation "Q".',
      'input:1:70: Cannot query field "a" on type "Dog".',
      'input:1:49: Cannot query field "x" on type "Cat".',
      'input:1:42: Fragment cannot be spread here as objects of type "Query" can never be of type "Cat".',
      'input:1:9: Variable "$a" is never used in operation "Q".',
      'input:1:70: Cannot query field "a" on type "Dog".',
      'input:1:96: Unknown directive "@nope".',
      'input:1:78: Fragment "G" is never used in GraphQL string at location 1:9',
    ],
  ],
  [
    "query A{dog{...F}}query B{dog{...F}}fragment F on Dog{nope}",
    [
      'Cannot query field "nope" on type "Dog". Did you mean "name"?',
      'input:1:55: Cannot query field "nope" on type "Dog". Did you mean "name"?',
      'input:1:55: Cannot query field "nope" on type "Dog". Did you mean "name"?',
      " in GraphQL string at location 1:55",
    ],
  ],
  ["{...on Gone{x}}", ['Unknown type "Gone" in GraphQL string at location 1:5']],
])("the order of findings: what is inside first: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
