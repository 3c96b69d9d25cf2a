import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{friends{friends{x:name}}}dog{friends{friends{x:barks}}}}",
    [
      'Fields "dog" conflict because subfields "friends" conflict because subfields "friends" conflict because subfields "x" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:31',
    ],
  ],
  [
    "{dog{friends{x:name y:name}}dog{friends{x:barks y:barks}}}",
    [
      'Fields "dog" conflict because subfields "friends" conflict because subfields "x" conflict because "name" and "barks" are different fields and subfields "y" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:29',
    ],
  ],
])("reasons of conflicts: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
