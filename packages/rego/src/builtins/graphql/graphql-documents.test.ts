import { expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { GraphqlDocuments } from "./graphql-documents.js";
import { GraphqlFault } from "./graphql-fault.js";

const documents = (): GraphqlDocuments => new GraphqlDocuments(() => undefined);

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (fault) {
    return fault instanceof GraphqlFault ? fault.message : "another fault";
  }
  return "none";
}

test("a text that cannot be read is told with its place", () => {
  expect(faultOf(() => documents().query("{"))).toBe("Expected Name, found <EOF> in GraphQL string at location 1:2");
});

test("a schema that is none is told when that is asked", () => {
  const { checked } = documents().schema("type Query {a: Gone}");
  expect(faultOf(checked)).toBe(
    "Error in gqlparser SchemaDocument to Schema conversion: input:1:16: Undefined type Gone.",
  );
});

test("findings are one message, of which the first has a place of its own", () => {
  const both = documents();
  const schema = both.schema("type Query {a: Int}").checked();
  expect(faultOf(() => both.validate(both.query("{b c}"), schema))).toBe(
    'Cannot query field "b" on type "Query". Did you mean "a"?\ninput:1:4: Cannot query field "c" on type "Query". Did you mean "a"?\n in GraphQL string at location 1:2',
  );
});

test("the same schema is read once", () => {
  const both = documents();
  expect(both.schema("type Query {a: Int}").document).toBe(both.schema("type Query {a: Int}").document);
});

test.each<[Value, boolean]>([
  ["", true],
  [{}, true],
  [[], false],
  [null, false],
  [1, false],
])("%j can be a document: %s", (value, expected) => {
  expect(GraphqlDocuments.canRead(value)).toBe(expected);
  if (!expected) expect(faultOf(() => documents().query(value))).toBe("neither a text nor an object");
});
