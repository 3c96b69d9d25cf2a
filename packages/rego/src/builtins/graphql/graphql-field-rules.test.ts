import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{naem}}",
    ['Cannot query field "naem" on type "Dog". Did you mean "name"?', " in GraphQL string at location 1:6"],
  ],
  ["{nope}", ['Cannot query field "nope" on type "Query" in GraphQL string at location 1:2']],
  [
    "{both{name}}",
    [
      'Cannot query field "name" on type "CatOrDog". Did you mean to use an inline fragment on "Being", "Pet", "Cat", or "Dog"?',
      " in GraphQL string at location 1:7",
    ],
  ],
  [
    "{pets{barks}}",
    [
      'Cannot query field "barks" on type "Pet". Did you mean to use an inline fragment on "Dog"?',
      " in GraphQL string at location 1:7",
    ],
  ],
  [
    "{pets{nickname}}",
    [
      'Cannot query field "nickname" on type "Pet". Did you mean to use an inline fragment on "Cat" or "Dog"?',
      " in GraphQL string at location 1:7",
    ],
  ],
  [
    "{dog}",
    [
      'Field "dog" of type "Dog" must have a selection of subfields. Did you mean "dog { ... }"?',
      " in GraphQL string at location 1:2",
    ],
  ],
  [
    "{dog{name{x}}}",
    [
      'Cannot query field "x" on type "String".',
      'input:1:6: Field "name" must not have a selection since type "String" has no subfields in GraphQL string at location 1:11',
    ],
  ],
  ["{dog{name __typename}}", []],
  ['{__type(name:"Dog"){kind name}}', []],
  ["{dog{__schema{types{name}}}}", ['Cannot query field "__schema" on type "Dog" in GraphQL string at location 1:6']],
  [
    "{human(id:1){nam nickname}}",
    [
      'Cannot query field "nam" on type "Human". Did you mean "name"?',
      'input:1:18: Cannot query field "nickname" on type "Human". Did you mean "name"?',
      " in GraphQL string at location 1:14",
    ],
  ],
  ["{pets{xyzzyplugh}}", ['Cannot query field "xyzzyplugh" on type "Pet" in GraphQL string at location 1:7']],
])("fields and their selections: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
