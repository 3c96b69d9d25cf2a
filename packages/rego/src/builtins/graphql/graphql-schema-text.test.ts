import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { readGraphql } from "./read-graphql.js";

test.each<[string, Value]>([
  ["", {}],
  ["# c", { Comment: { List: [{ Value: "# c" }] } }],
  ["schema{query:Q}", { Schema: [{ Description: "", OperationTypes: [{ Operation: "query", Type: "Q" }] }] }],
  [
    '"d"schema@d{query:Q mutation:M}# e',
    {
      Comment: { List: [{ Value: "# e" }] },
      Schema: [
        {
          Description: "d",
          Directives: [{ Location: "", Name: "d" }],
          OperationTypes: [
            { Operation: "query", Type: "Q" },
            { Operation: "mutation", Type: "M" },
          ],
        },
      ],
    },
  ],
  [
    "# a\nschema{# b\nquery:Q # c\n}",
    {
      Schema: [
        {
          AfterDescriptionComment: { List: [{ Value: "# a" }] },
          Description: "",
          EndOfDefinitionComment: { List: [{ Value: "# c" }] },
          OperationTypes: [{ Comment: { List: [{ Value: "# b" }] }, Operation: "query", Type: "Q" }],
        },
      ],
    },
  ],
  ["schema{nope:Q}", 'Unexpected Name "nope" in GraphQL string at location 1:8'],
  [
    "schema{'}",
    "Unexpected single quote character ('), did you mean to use a double quote (\")? in GraphQL string at location 1:8",
  ],
  ["schema{}", "expected at least one definition, found } in GraphQL string at location 1:8"],
  ["schema", { Schema: [{ Description: "" }] }],
  ["extend schema@d", { SchemaExtension: [{ Description: "", Directives: [{ Location: "", Name: "d" }] }] }],
  [
    "extend schema{query:Q}",
    { SchemaExtension: [{ Description: "", OperationTypes: [{ Operation: "query", Type: "Q" }] }] },
  ],
  ["extend schema", "Unexpected <EOF> in GraphQL string at location 1:14"],
  [
    "# a\nextend # b\nschema@d",
    {
      SchemaExtension: [
        {
          AfterDescriptionComment: { List: [{ Value: "# a" }] },
          Description: "",
          Directives: [{ Location: "", Name: "d" }],
        },
      ],
    },
  ],
  ['"d"extend type T{a:Int}', 'Unexpected String "d" in GraphQL string at location 1:2'],
  [
    '""extend type T{a:Int}',
    {
      Extensions: [
        {
          BuiltIn: false,
          Description: "",
          Fields: [{ Description: "", Name: "a", Type: { NamedType: "Int", NonNull: false } }],
          Kind: "OBJECT",
          Name: "T",
        },
      ],
    },
  ],
  ['"d"# c\nextend type T{a:Int}', 'Unexpected Comment "# c" in GraphQL string at location 1:4'],
  ["{a}", "Unexpected { in GraphQL string at location 1:1"],
  ["nope", 'Unexpected Name "nope" in GraphQL string at location 1:1'],
  ['"d"', "Unexpected <EOF> in GraphQL string at location 1:4"],
  ["1", 'Unexpected Int "1" in GraphQL string at location 1:1'],
])("schemas: %s", (text, expected) => {
  expect(readGraphql("graphql.parse_schema", text)).toStrictEqual(expected);
});
