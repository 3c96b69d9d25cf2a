import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  [
    "{a b:c(d:1)@e{f}...F@g ...on T@h{i}...{j}...@k{l}}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [
            { Alias: "a", Name: "a" },
            {
              Alias: "b",
              Arguments: [{ Name: "d", Value: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" } }],
              Directives: [{ Location: "", Name: "e" }],
              Name: "c",
              SelectionSet: [{ Alias: "f", Name: "f" }],
            },
            { Directives: [{ Location: "", Name: "g" }], Name: "F" },
            {
              Directives: [{ Location: "", Name: "h" }],
              SelectionSet: [{ Alias: "i", Name: "i" }],
              TypeCondition: "T",
            },
            { SelectionSet: [{ Alias: "j", Name: "j" }], TypeCondition: "" },
            { Directives: [{ Location: "", Name: "k" }], SelectionSet: [{ Alias: "l", Name: "l" }], TypeCondition: "" },
          ],
        },
      ],
    },
  ],
  [
    "query Q{a}mutation M{b}subscription S{c}",
    {
      Operations: [
        { Name: "Q", Operation: "query", SelectionSet: [{ Alias: "a", Name: "a" }] },
        { Name: "M", Operation: "mutation", SelectionSet: [{ Alias: "b", Name: "b" }] },
        { Name: "S", Operation: "subscription", SelectionSet: [{ Alias: "c", Name: "c" }] },
      ],
    },
  ],
  [
    "query($a:Int){b}",
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [{ Alias: "b", Name: "b" }],
          VariableDefinitions: [{ Type: { NamedType: "Int", NonNull: false }, Used: false, Variable: "a" }],
        },
      ],
    },
  ],
  [
    "fragment F($a:Int=1)on T@d{a}",
    {
      Fragments: [
        {
          Directives: [{ Location: "", Name: "d" }],
          Name: "F",
          SelectionSet: [{ Alias: "a", Name: "a" }],
          TypeCondition: "T",
          VariableDefinition: [
            {
              DefaultValue: { ExpectedTypeHasDefault: false, Kind: 1, Raw: "1" },
              Type: { NamedType: "Int", NonNull: false },
              Used: false,
              Variable: "a",
            },
          ],
        },
      ],
    },
  ],
  [
    "# c\nquery # d\nQ{# e\na # f\n...# g\nF\n# h\n...on T{a}}# i\nfragment F on T{a}",
    {
      Fragments: [
        {
          Comment: { List: [{ Value: "# i" }] },
          Name: "F",
          SelectionSet: [{ Alias: "a", Name: "a" }],
          TypeCondition: "T",
        },
      ],
      Operations: [
        {
          Comment: { List: [{ Value: "# c" }] },
          Name: "Q",
          Operation: "query",
          SelectionSet: [
            { Alias: "a", Comment: { List: [{ Value: "# e" }] }, Name: "a" },
            { Comment: { List: [{ Value: "# f" }] }, Name: "F" },
            { Comment: { List: [{ Value: "# h" }] }, SelectionSet: [{ Alias: "a", Name: "a" }], TypeCondition: "T" },
          ],
        },
      ],
    },
  ],
  ["# c\n{a}", { Operations: [{ Name: "", Operation: "query", SelectionSet: [{ Alias: "a", Name: "a" }] }] }],
  [
    "query Q($a:Int # x\n$b:Int){a}",
    {
      Operations: [
        {
          Name: "Q",
          Operation: "query",
          SelectionSet: [{ Alias: "a", Name: "a" }],
          VariableDefinitions: [
            { Type: { NamedType: "Int", NonNull: false }, Used: false, Variable: "a" },
            {
              Comment: { List: [{ Value: "# x" }] },
              Type: { NamedType: "Int", NonNull: false },
              Used: false,
              Variable: "b",
            },
          ],
        },
      ],
    },
  ],
  ["fragment on on T{a}", 'Unexpected Name "on" in GraphQL string at location 1:10'],
  ["fragment F on{a}", "Expected Name, found { in GraphQL string at location 1:14"],
  ["{...on}", "Expected Name, found } in GraphQL string at location 1:7"],
  [
    '{..."on" T{a}}',
    {
      Operations: [
        {
          Name: "",
          Operation: "query",
          SelectionSet: [{ SelectionSet: [{ Alias: "a", Name: "a" }], TypeCondition: "T" }],
        },
      ],
    },
  ],
  ["type T{a:Int}", 'Unexpected Name "type" in GraphQL string at location 1:1'],
  ["extend type T", 'Unexpected Name "extend" in GraphQL string at location 1:1'],
  ["{a{}}", "expected at least one definition, found } in GraphQL string at location 1:4"],
  ["query Q", "Expected {, found <EOF> in GraphQL string at location 1:8"],
])("requests: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_query", text)).toStrictEqual(expected);
});
