import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{NAME}}",
    ['Cannot query field "NAME" on type "Dog". Did you mean "name"?', " in GraphQL string at location 1:6"],
  ],
  [
    "{dog{nickanme friend bark}}",
    [
      'Cannot query field "nickanme" on type "Dog". Did you mean "nickname" or "name"?',
      'input:1:15: Cannot query field "friend" on type "Dog". Did you mean "friends"?',
      'input:1:22: Cannot query field "bark" on type "Dog". Did you mean "barks"?',
      " in GraphQL string at location 1:6",
    ],
  ],
  [
    "{huamn cta num2}",
    [
      'Cannot query field "huamn" on type "Query". Did you mean "human" or "num"?',
      'input:1:8: Cannot query field "cta" on type "Query". Did you mean "cat"?',
      'input:1:12: Cannot query field "num2" on type "Query". Did you mean "num"?',
      " in GraphQL string at location 1:2",
    ],
  ],
  [
    "{num(e:SITS)}",
    [
      'Value "SITS" does not exist in "Command" enum. Did you mean the enum value "SIT"?',
      " in GraphQL string at location 1:8",
    ],
  ],
  [
    "{num(e:sit)}",
    [
      'Value "sit" does not exist in "Command" enum. Did you mean the enum value "SIT"?',
      " in GraphQL string at location 1:8",
    ],
  ],
  ["{zzzzzzzzzzzzzzzz}", ['Cannot query field "zzzzzzzzzzzzzzzz" on type "Query" in GraphQL string at location 1:2']],
  ["{p}", ['Cannot query field "p" on type "Query" in GraphQL string at location 1:2']],
])("questions what was meant: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
