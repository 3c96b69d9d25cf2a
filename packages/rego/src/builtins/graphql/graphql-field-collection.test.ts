import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{...{x:name}x:barks}}",
    [
      'Fields "x" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:17',
    ],
  ],
  ["{dog{...on Dog{...A}}}fragment A on Dog{...on Dog{x:name}}", []],
])("fields of inline fragments count: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
