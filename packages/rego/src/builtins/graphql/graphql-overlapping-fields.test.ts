import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    "{dog{n:name n:nickname}}",
    [
      'Fields "n" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:13',
    ],
  ],
  [
    "{dog{name name(surname:true)}}",
    [
      'Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:11',
    ],
  ],
  ["{dog{name(surname:true)name(surname:true)}}", []],
  [
    "{dog{name(surname:true)name(surname:false)}}",
    [
      'Fields "name" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:24',
    ],
  ],
  [
    "{pets{...on Dog{nickname}...on Cat{nickname}}}",
    [
      'Fields "nickname" conflict because they return conflicting types "String" and "Int!". Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:36',
    ],
  ],
  [
    "{pets{...on Dog{x:barks}...on Cat{x:nickname}}}",
    [
      'Fields "x" conflict because they return conflicting types "Boolean" and "Int!". Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:35',
    ],
  ],
  ["{pets{...on Dog{n:name}...on Cat{n:name(surname:true)}}}", []],
  [
    "{dog{...A ...B}}fragment A on Dog{x:name}fragment B on Dog{x:nickname}",
    [
      'Fields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:60',
    ],
  ],
  [
    "{dog{...A x:barks}}fragment A on Dog{...B}fragment B on Dog{x:nickname}",
    [
      'Fields "x" conflict because "barks" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:61',
    ],
  ],
  [
    "{dog{friends{x:name}}dog{friends{x:nickname}}}",
    [
      'Fields "dog" conflict because subfields "friends" conflict because subfields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:22',
    ],
  ],
  [
    "{dog{friends{x:name y:name}}dog{friends{x:nickname y:nickname}}}",
    [
      'Fields "dog" conflict because subfields "friends" conflict because subfields "x" conflict because "name" and "nickname" are different fields and subfields "y" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:29',
    ],
  ],
  [
    "{a:dog{...A}a:dog{...B}}fragment A on Dog{x:name}fragment B on Dog{x:nickname}",
    [
      'Fields "a" conflict because subfields "x" conflict because "name" and "nickname" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:13',
    ],
  ],
  [
    "{a:dog{...A}a:dog{x:nickname}}fragment A on Dog{x:name}",
    [
      'Fields "a" conflict because subfields "x" conflict because "nickname" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:13',
    ],
  ],
  [
    "{...A}fragment A on Query{x:num}fragment B on Query{x:num x:dog{name}}",
    [
      'Fragment "B" is never used.',
      'input:1:59: Fields "x" conflict because "num" and "dog" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:33',
    ],
  ],
  [
    "{x:num x:pets{name}}",
    [
      'Fields "x" conflict because "num" and "pets" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:8',
    ],
  ],
  [
    "{...on Query{x:num x:choose}}",
    [
      'Fields "x" conflict because "num" and "choose" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'input:1:20: Fields "x" conflict because "num" and "choose" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:20',
    ],
  ],
  [
    "{dog{...A}}fragment A on Dog{...A x:name ...B}fragment B on Dog{...A x:barks}",
    [
      'Cannot spread fragment "A" within itself.',
      'input:1:68: Cannot spread fragment "A" within itself via "B".',
      'input:1:70: Fields "x" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'input:1:70: Fields "x" conflict because "name" and "barks" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
      'input:1:35: Fields "x" conflict because "barks" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:33',
    ],
  ],
  [
    "{gone{x}gone{y:x}}",
    [
      'Cannot query field "gone" on type "Query".',
      'input:1:9: Cannot query field "gone" on type "Query" in GraphQL string at location 1:2',
    ],
  ],
  [
    "{both{...on Dog{owner{x:iq}}...on Cat{owner{x:name}}}}",
    [
      'Fields "owner" conflict because subfields "x" conflict because they return conflicting types "Int" and "String". Use different aliases on the fields to fetch both if this was intentional in GraphQL string at location 1:39',
    ],
  ],
])("fields with the same name in the response: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
