import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  ["{num(i:$a)}", ['Variable "$a" is not defined in GraphQL string at location 1:8']],
  ["query Q{num(i:$a)}", ['Variable "$a" is not defined by operation "Q" in GraphQL string at location 1:15']],
  ["query($a:Int){num}", ['Variable "$a" is never used in GraphQL string at location 1:7']],
  [
    "query Q($a:Int,$a:Int,$a:Int){num(i:$a)}",
    [
      'Variable "$a" is never used in operation "Q".',
      'input:1:23: Variable "$a" is never used in operation "Q".',
      'input:1:16: There can be only one variable named "$a" in GraphQL string at location 1:16',
    ],
  ],
  [
    "query($a:Dog,$b:[Pet]){num}",
    [
      'Variable "$a" is never used.',
      'input:1:14: Variable "$b" is never used.',
      'input:1:7: Variable "$a" cannot be non-input type "Dog".',
      'input:1:14: Variable "$b" cannot be non-input type "[Pet]" in GraphQL string at location 1:7',
    ],
  ],
  [
    "query($a:String){num(i:$a)}",
    ['Variable "$a" of type "String" used in position expecting type "Int" in GraphQL string at location 1:24'],
  ],
  [
    "query($a:Int){num(l:[$a])}",
    ['Variable "$a" of type "Int" used in position expecting type "Int!" in GraphQL string at location 1:22'],
  ],
  ["query($a:Int=1){num(l:[$a])}", []],
  [
    "query($a:Int=null){num(l:[$a])}",
    ['Variable "$a" of type "Int" used in position expecting type "Int!" in GraphQL string at location 1:27'],
  ],
  ['query($a:Int){human(id:1,filter:{name:"x",min:$a}){iq}}', []],
  ["mutation($a:Int){add(x:$a)}", []],
  [
    "query($a:[Int]){num(i:$a)}",
    ['Variable "$a" of type "[Int]" used in position expecting type "Int" in GraphQL string at location 1:23'],
  ],
  [
    "query($a:Int,$b:Int!){choose(c:{a:$a})x:choose(c:{a:$b})}",
    [
      'Variable "$a" is of type "Int" but must be non-nullable to be used for OneOf Input Object "Choice" in GraphQL string at location 1:7',
    ],
  ],
  ["query($a:Int){...F}fragment F on Query{num(i:$a)}", []],
  [
    "query($a:String){...F}fragment F on Query{choose(c:{b:$a})}",
    [
      'Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "Choice".',
      'input:1:7: Variable "$a" is of type "String" but must be non-nullable to be used for OneOf Input Object "Choice" in GraphQL string at location 1:7',
    ],
  ],
])("variables: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
