import { expect, test } from "vitest";
import { judgeGraphql } from "./judge-graphql.js";

test.each<[string, readonly string[]]>([
  [
    '{num(i:"x",f:"y",s:1,b:2,id:1.5,l:[1,null,A],e:SITT,c:{x:[1]})}',
    [
      'Int cannot represent non-integer value: "x"',
      'input:1:15: Float cannot represent non numeric value: "y"',
      "input:1:20: String cannot represent a non string value: 1",
      "input:1:24: Boolean cannot represent a non boolean value: 2",
      "input:1:29: ID cannot represent a non-string and non-integer value: 1.5",
      'input:1:38: Expected value of type "Int!", found null.',
      "input:1:43: Int cannot represent non-integer value: A",
      'input:1:48: Value "SITT" does not exist in "Command" enum. Did you mean the enum value "SIT"?',
      " in GraphQL string at location 1:9",
    ],
  ],
  ["{num(i:99999999999)}", []],
  [
    "{num(i:99999999999999999999)}",
    [
      "Int cannot represent non 32-bit signed integer value: 99999999999999999999",
      " in GraphQL string at location 1:8",
    ],
  ],
  ["{num(f:1e999)}", ["Float cannot represent non numeric value: 1e999", " in GraphQL string at location 1:8"]],
  ["{num(i:2147483648)}", []],
  ["{num(i:1.5)}", ["Int cannot represent non-integer value: 1.5", " in GraphQL string at location 1:8"]],
  ["{num(i:{a:1})}", ['Field "a" is not defined by type "Int" in GraphQL string at location 1:9']],
  ["{num(i:[1])}", ["Int cannot represent non-integer value: [1]", " in GraphQL string at location 1:8"]],
  ["{num(b:X)}", ["Boolean cannot represent a non boolean value: X", " in GraphQL string at location 1:8"]],
  [
    '{num(e:"SITT")}',
    [
      'Enum "Command" cannot represent non-enum value: "SITT". Did you mean the enum value "SIT"?',
      " in GraphQL string at location 1:9",
    ],
  ],
  ["{num(e:1)}", ['Enum "Command" cannot represent non-enum value: 1 in GraphQL string at location 1:8']],
  ["{num(s:SIT)}", ["String cannot represent a non string value: SIT", " in GraphQL string at location 1:8"]],
  ["{num(l:5)}", []],
  [
    "{human(id:null,filter:{mni:1}){iq}}",
    [
      'Expected value of type "ID!", found null.',
      'input:1:23: Field "Filter.name" of required type "String!" was not provided.',
      'input:1:24: Field "mni" is not defined by type "Filter". Did you mean "min"?',
      " in GraphQL string at location 1:11",
    ],
  ],
  [
    '{human(id:1,filter:{name:"x",name:"y",sub:{min:null},list:[{name:null}]}){iq}}',
    [
      'Field "Filter.name" of required type "String!" was not provided.',
      'input:1:66: Expected value of type "String!", found null.',
      'input:1:30: There can be only one input field named "name" in GraphQL string at location 1:43',
    ],
  ],
  ["{human(id:1,filter:[]){iq}}", ['Expected value of type "Filter", found [] in GraphQL string at location 1:20']],
  [
    '{choose(c:{a:1,b:"x"})a:choose(c:{})b:choose(c:{a:null})c:choose(c:{a:1})}',
    [
      'OneOf Input Object "Choice" must specify exactly one key.',
      'input:1:34: OneOf Input Object "Choice" must specify exactly one key.',
      'input:1:51: Field "Choice.a" must be non-null in GraphQL string at location 1:11',
    ],
  ],
  ['{num(id:"""x""",f:3,s:"""y""")}', []],
  ["query($a:Int=99999999999){num(i:$a)}", []],
  [
    "query($a:Int=99999999999999999999){num(i:$a)}",
    [
      "Int cannot represent non 32-bit signed integer value: 99999999999999999999",
      "input:1:42: Int cannot represent non-integer value: $a",
      " in GraphQL string at location 1:14",
    ],
  ],
  [
    '{num(l:[[1]],s:["a"])}',
    [
      "Int cannot represent non-integer value: [1]",
      'input:1:16: String cannot represent a non string value: ["a"]',
      " in GraphQL string at location 1:9",
    ],
  ],
  [
    "query($f:Filter={name:1}){human(id:1,filter:$f){iq}}",
    ["String cannot represent a non string value: 1", " in GraphQL string at location 1:23"],
  ],
])("values: %s", (query, findings) => {
  expect(judgeGraphql(query)).toStrictEqual(findings);
});
