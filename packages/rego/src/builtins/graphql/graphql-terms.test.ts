import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  [
    '{a(b:[1,[]] c:{} d:{e:null f:true g:X h:"s" i:$v})@d(e:$v)@f}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [
                {
                  Name: "b",
                  Value: {
                    Children: [
                      { Name: "", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" } },
                      { Name: "", Value: { ExpectedTypeHasDefault: false, Kind: 8, Raw: "" } },
                    ],
                    ExpectedTypeHasDefault: false,
                    Kind: 8,
                    Raw: "",
                  },
                },
                { Name: "c", Value: { ExpectedTypeHasDefault: false, Kind: 9, Raw: "" } },
                {
                  Name: "d",
                  Value: {
                    Children: [
                      { Name: "e", Value: { ExpectedTypeHasDefault: false, Kind: 6, Raw: "null" } },
                      { Name: "f", Value: { ExpectedTypeHasDefault: false, Kind: 5, Raw: "true" } },
                      { Name: "g", Value: { ExpectedTypeHasDefault: false, Kind: 7, Raw: "X" } },
                      { Name: "h", Value: { ExpectedTypeHasDefault: false, Kind: 3, Raw: "s" } },
                      { Name: "i", Value: { ExpectedTypeHasDefault: false, Kind: 0, Raw: "v" } },
                    ],
                    ExpectedTypeHasDefault: false,
                    Kind: 9,
                    Raw: "",
                  },
                },
              ],
              Directives: [
                {
                  Arguments: [{ Name: "e", Value: { ExpectedTypeHasDefault: false, Kind: 0, Raw: "v" } }],
                  Location: "",
                  Name: "d",
                },
                { Location: "", Name: "f" },
              ],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    "query($a:[Int!]!=[1]@d,$b:[[X]]){a}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [{ Alias: "a", Name: "a" }],
          VariableDefinitions: [
            {
              DefaultValue: {
                Children: [{ Name: "", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" } }],
                ExpectedTypeHasDefault: false,
                Kind: 8,
                Raw: "",
              },
              Directives: [{ Location: "", Name: "d" }],
              Type: { Elem: { NamedType: "Int", NonNull: true }, NamedType: "", NonNull: true },
              Used: false,
              Variable: "a",
            },
            {
              Type: {
                Elem: { Elem: { NamedType: "X", NonNull: false }, NamedType: "", NonNull: false },
                NamedType: "",
                NonNull: false,
              },
              Used: false,
              Variable: "b",
            },
          ],
        },
      ],
    },
  ],
  ["query($a:Int=$b){a}", "Unexpected $ in GraphQL string at location 1:14"],
  ["query($a:[Int){a}", "Expected ], found ) in GraphQL string at location 1:14"],
  ["query($a:Int!!){a}", "Expected $, found ! in GraphQL string at location 1:14"],
  ["query(a:Int){a}", "Expected $, found Name in GraphQL string at location 1:7"],
  ["query($a Int){a}", "Expected :, found Name in GraphQL string at location 1:10"],
  ["{a@}", "Expected Name, found } in GraphQL string at location 1:4"],
  ["{a(b:!)}", "Unexpected ! in GraphQL string at location 1:6"],
  ["{a(b:[$])}", "Expected Name, found ] in GraphQL string at location 1:8"],
  [
    "{a(# c\nb:# d\n1 e:# f\n[# g\n1] h:# i\n{# j\nk:1})}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            {
              Alias: "a",
              Arguments: [
                {
                  Comment: { List: [{ Value: "# c" }] },
                  Name: "b",
                  Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
                },
                {
                  Name: "e",
                  Value: {
                    Children: [{ Name: "", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" } }],
                    Comment: { List: [{ Value: "# f" }] },
                    ExpectedTypeHasDefault: false,
                    Kind: 8,
                    Raw: "",
                  },
                },
                {
                  Name: "h",
                  Value: {
                    Children: [
                      {
                        Comment: { List: [{ Value: "# j" }] },
                        Name: "k",
                        Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
                      },
                    ],
                    Comment: { List: [{ Value: "# i" }] },
                    ExpectedTypeHasDefault: false,
                    Kind: 9,
                    Raw: "",
                  },
                },
              ],
              Name: "a",
            },
          ],
        },
      ],
    },
  ],
])("values, directives and types: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
