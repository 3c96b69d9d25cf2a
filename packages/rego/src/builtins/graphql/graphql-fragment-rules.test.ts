import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  ["{...F}fragment F on Query{num}", []],
  ["{...G}", ['Unknown fragment "G" in GraphQL string at location 1:5']],
  [
    "{dog{...F}}fragment F on Cat{meows}",
    [
      'Fragment "F" cannot be spread here as objects of type "Dog" can never be of type "Cat" in GraphQL string at location 1:9',
    ],
  ],
  ["{pets{...F}}fragment F on Dog{barks}", []],
  [
    "{both{...on Human{iq}...on Pet{name}}}",
    [
      'Fragment cannot be spread here as objects of type "CatOrDog" can never be of type "Human" in GraphQL string at location 1:10',
    ],
  ],
  [
    "{dog{...on Int{x}...on Nope{y}}}",
    [
      'Cannot query field "x" on type "Int".',
      'input:1:9: Fragment cannot condition on non composite type "Int".',
      'input:1:21: Unknown type "Nope" in GraphQL string at location 1:16',
    ],
  ],
  [
    "{num}fragment F on Command{x}",
    [
      'Cannot query field "x" on type "Command".',
      'input:1:6: Fragment "F" cannot condition on non composite type "Command".',
      'input:1:6: Fragment "F" is never used in GraphQL string at location 1:28',
    ],
  ],
  [
    "{num}fragment A on Query{...B}fragment B on Query{num}",
    ['Fragment "A" is never used in GraphQL string at location 1:6'],
  ],
  [
    "{...A}fragment A on Query{num}fragment A on Query{num}",
    ['There can be only one fragment named "A" in GraphQL string at location 1:31'],
  ],
  ["{...A}fragment A on Dgo{name}", ['Unknown type "Dgo". Did you mean "Dog"?', " in GraphQL string at location 1:7"]],
  [
    "query($a:Nope,$b:[Filtre!]){num(i:$a,l:$b)}",
    [
      'Unknown type "Nope".',
      'input:1:15: Unknown type "Filtre".',
      'input:1:35: Variable "$a" of type "Nope" used in position expecting type "Int".',
      'input:1:40: Variable "$b" of type "[Filtre!]" used in position expecting type "[Int!]" in GraphQL string at location 1:7',
    ],
  ],
  ["{dog{...{name}}}", []],
  [
    "{num{...on Cat{meows}}}",
    ['Field "num" must not have a selection since type "Int" has no subfields in GraphQL string at location 1:2'],
  ],
])("fragments: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
