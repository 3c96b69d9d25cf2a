import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{...A}}fragment A on Dog{...A}",
    ['Cannot spread fragment "A" within itself in GraphQL string at location 1:33'],
  ],
  [
    "{dog{...A}}fragment A on Dog{...B}fragment B on Dog{friends{...C}}fragment C on Dog{...A name}",
    ['Cannot spread fragment "A" within itself via "B", "C" in GraphQL string at location 1:88'],
  ],
  ["{dog{...A}}fragment A on Dog{...B ...B}fragment B on Dog{name}", []],
  ["{dog{...A}}fragment A on Dog{name}", []],
  [
    "{dog{...A}}fragment A on Dog{...X}",
    ['Unknown fragment "X".', 'input:1:33: Unknown fragment "X" in GraphQL string at location 1:33'],
  ],
])("fragments within themselves: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
