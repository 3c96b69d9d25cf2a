import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "query A($a:Dog,$a:Dog){dog{naem(x:1)@nope}dog{x:name x:barks}}fragment F on Int{x}",
    [
      'Unknown directive "@nope".',
      'input:1:28: Cannot query field "naem" on type "Dog". Did you mean "name"?',
      'input:1:54: Fields "x" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'input:1:9: Variable "$a" is never used in operation "A".',
      'input:1:16: Variable "$a" is never used in operation "A".',
      'input:1:16: There can be only one variable named "$a".',
      'input:1:9: Variable "$a" cannot be non-input type "Dog".',
      'input:1:16: Variable "$a" cannot be non-input type "Dog".',
      'input:1:81: Cannot query field "x" on type "Int".',
      'input:1:63: Fragment "F" cannot condition on non composite type "Int".',
      'input:1:63: Fragment "F" is never used in GraphQL string at location 1:38',
    ],
  ],
  ["{num dog{name}}", []],
])("rules find in the order of their names: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
