import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  [
    '"d"type T implements I&J@d{"e"a("f"b:Int=1@g):T!@h}',
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "d",
          Directives: [{ Location: "", Name: "d" }],
          Fields: [
            {
              Arguments: [
                {
                  DefaultValue: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
                  Description: "f",
                  Directives: [{ Location: "", Name: "g" }],
                  Name: "b",
                  Type: { NamedType: "Int", NonNull: false },
                },
              ],
              Description: "e",
              Directives: [{ Location: "", Name: "h" }],
              Name: "a",
              Type: { NamedType: "T", NonNull: true },
            },
          ],
          Interfaces: ["I", "J"],
          Kind: "OBJECT",
          Name: "T",
        },
      ],
    },
  ],
  [
    "interface I implements&J{a:Int}",
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          Fields: [{ Description: "", Name: "a", Type: { NamedType: "Int", NonNull: false } }],
          Interfaces: ["J"],
          Kind: "INTERFACE",
          Name: "I",
        },
      ],
    },
  ],
  [
    "union U=|A|B union V",
    {
      Definitions: [
        { BuiltIn: false, Description: "", Kind: "UNION", Name: "U", Types: ["A", "B"] },
        { BuiltIn: false, Description: "", Kind: "UNION", Name: "V" },
      ],
    },
  ],
  [
    'enum E@d{"x"A@d B}',
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          Directives: [{ Location: "", Name: "d" }],
          EnumValues: [
            { Description: "x", Directives: [{ Location: "", Name: "d" }], Name: "A" },
            { Description: "", Name: "B" },
          ],
          Kind: "ENUM",
          Name: "E",
        },
      ],
    },
  ],
  [
    'input I{"x"a:Int=1@d}',
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          Fields: [
            {
              DefaultValue: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
              Description: "x",
              Directives: [{ Location: "", Name: "d" }],
              Name: "a",
              Type: { NamedType: "Int", NonNull: false },
            },
          ],
          Kind: "INPUT_OBJECT",
          Name: "I",
        },
      ],
    },
  ],
  [
    "scalar S@d(a:1)",
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          Directives: [
            {
              Arguments: [{ Name: "a", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" } }],
              Location: "",
              Name: "d",
            },
          ],
          Kind: "SCALAR",
          Name: "S",
        },
      ],
    },
  ],
  [
    'directive@d("x"a:Int=1@e)repeatable on|FIELD|QUERY',
    {
      Directives: [
        {
          Arguments: [
            {
              DefaultValue: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
              Description: "x",
              Directives: [{ Location: "", Name: "e" }],
              Name: "a",
              Type: { NamedType: "Int", NonNull: false },
            },
          ],
          Description: "",
          IsRepeatable: true,
          Locations: ["FIELD", "QUERY"],
          Name: "d",
        },
      ],
    },
  ],
  ["directive@d on NOPE", 'Unexpected Name "NOPE" in GraphQL string at location 1:16'],
  ["directive@d", 'Expected "on", found <EOF> in GraphQL string at location 1:12'],
  ["directive d on FIELD", "Expected @, found Name in GraphQL string at location 1:11"],
  ["extend type T", "Unexpected <EOF> in GraphQL string at location 1:14"],
  [
    "extend type T implements I",
    { Extensions: [{ BuiltIn: false, Description: "", Interfaces: ["I"], Kind: "OBJECT", Name: "T" }] },
  ],
  ["extend interface I implements J", 'Unexpected Name "implements" in GraphQL string at location 1:20'],
  [
    "extend interface I@d",
    {
      Extensions: [
        { BuiltIn: false, Description: "", Directives: [{ Location: "", Name: "d" }], Kind: "INTERFACE", Name: "I" },
      ],
    },
  ],
  ["extend union U=A", { Extensions: [{ BuiltIn: false, Description: "", Kind: "UNION", Name: "U", Types: ["A"] }] }],
  ["extend union U", "Unexpected <EOF> in GraphQL string at location 1:15"],
  [
    "extend enum E{A}",
    {
      Extensions: [
        { BuiltIn: false, Description: "", EnumValues: [{ Description: "", Name: "A" }], Kind: "ENUM", Name: "E" },
      ],
    },
  ],
  ["extend enum E", "Unexpected <EOF> in GraphQL string at location 1:14"],
  [
    "extend input I@d(a:$x)",
    {
      Extensions: [
        {
          BuiltIn: false,
          Description: "",
          Directives: [
            {
              Arguments: [{ Name: "a", Value: { ExpectedTypeHasDefault: false, Kind: 0, Raw: "x" } }],
              Location: "",
              Name: "d",
            },
          ],
          Kind: "INPUT_OBJECT",
          Name: "I",
        },
      ],
    },
  ],
  ["extend input I", "Unexpected <EOF> in GraphQL string at location 1:15"],
  ["extend scalar S", "Unexpected <EOF> in GraphQL string at location 1:16"],
  [
    "extend scalar S@d",
    {
      Extensions: [
        { BuiltIn: false, Description: "", Directives: [{ Location: "", Name: "d" }], Kind: "SCALAR", Name: "S" },
      ],
    },
  ],
  ["extend directive", 'Unexpected Name "directive" in GraphQL string at location 1:8'],
  ["extend", "Unexpected <EOF> in GraphQL string at location 1:7"],
  [
    '# a\n"d"# b\ntype T{# c\n"e"# d\na:Int # f\n""# g\nb:Int # h\n}',
    {
      Definitions: [
        {
          AfterDescriptionComment: { List: [{ Value: "# b" }] },
          BeforeDescriptionComment: { List: [{ Value: "# a" }] },
          BuiltIn: false,
          Description: "d",
          EndOfDefinitionComment: { List: [{ Value: "# h" }] },
          Fields: [
            {
              AfterDescriptionComment: { List: [{ Value: "# d" }] },
              BeforeDescriptionComment: { List: [{ Value: "# c" }] },
              Description: "e",
              Name: "a",
              Type: { NamedType: "Int", NonNull: false },
            },
            {
              AfterDescriptionComment: { List: [{ Value: "# g" }] },
              Description: "",
              Name: "b",
              Type: { NamedType: "Int", NonNull: false },
            },
          ],
          Kind: "OBJECT",
          Name: "T",
        },
      ],
    },
  ],
  [
    "enum E{# a\nA # b\n}",
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          EndOfDefinitionComment: { List: [{ Value: "# b" }] },
          EnumValues: [{ AfterDescriptionComment: { List: [{ Value: "# a" }] }, Description: "", Name: "A" }],
          Kind: "ENUM",
          Name: "E",
        },
      ],
    },
  ],
  [
    "input I{# a\na:Int # b\n}",
    {
      Definitions: [
        {
          BuiltIn: false,
          Description: "",
          EndOfDefinitionComment: { List: [{ Value: "# b" }] },
          Fields: [
            {
              AfterDescriptionComment: { List: [{ Value: "# a" }] },
              Description: "",
              Name: "a",
              Type: { NamedType: "Int", NonNull: false },
            },
          ],
          Kind: "INPUT_OBJECT",
          Name: "I",
        },
      ],
    },
  ],
  ["union U=", "Expected Name, found <EOF> in GraphQL string at location 1:9"],
  ["type T{a(b:Int c):Int}", "Expected :, found ) in GraphQL string at location 1:17"],
  [
    'type T "implements" I',
    { Definitions: [{ BuiltIn: false, Description: "", Interfaces: ["I"], Kind: "OBJECT", Name: "T" }] },
  ],
])("definitions: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_schema", text)).toStrictEqual(expected);
});
