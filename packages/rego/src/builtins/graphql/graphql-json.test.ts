import { expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { GraphqlFault } from "./graphql-fault.js";
import { queryFromJson, schemaFromJson, treeToJson } from "./graphql-json.js";
import { readQuery } from "./graphql-query.js";
import { readSchema } from "./graphql-schema-text.js";

const free = (): void => undefined;

const objectOf = (json: Value): ObjectValue => (isObjectValue(json) ? json : {});

test("a request survives the way through JSON, but for comments that gqlparser does not read", () => {
  const json = treeToJson(
    readQuery("query Q($a: [Int!] = [1]) @d(x: {y: $a}) {b: c(d: 1) {e}} fragment F on T {f}", free),
  );
  expect(treeToJson(queryFromJson(objectOf(json)))).toStrictEqual(json);
  const commented = treeToJson(readQuery("# c\nquery {# d\na(# e\nb: 1)}", free));
  expect(JSON.stringify(commented)).toContain("# c");
  const again = JSON.stringify(treeToJson(queryFromJson(objectOf(commented))));
  expect([again.includes("# c"), again.includes("# d"), again.includes("# e")]).toStrictEqual([false, false, true]);
});

test("a schema survives the way through JSON", () => {
  const text = `"d" schema @a {query: Q} extend schema @a type Q implements I {a(b: Int = 1): [Q!] # c
  } union U = Q enum E {A @b} input I {c: Int} directive @d repeatable on FIELD extend type Q @a # d`;
  const json = treeToJson(readSchema(text, free));
  expect(treeToJson(schemaFromJson(objectOf(json)))).toStrictEqual(json);
});

test.each<[ObjectValue, Value]>([
  [{}, {}],
  [{ Operations: null, Other: 1 }, {}],
  [{ Operations: [{}] }, { Operations: [{ Operation: "", Name: "" }] }],
  [new RegoObject([["Fragments", new RegoSet([{ Name: "F" }])]]), { Fragments: [{ Name: "F", TypeCondition: "" }] }],
  [
    { Operations: [{ SelectionSet: [{ TypeCondition: "T" }, 1] }] },
    { Operations: [{ Operation: "", Name: "", SelectionSet: [{ Alias: "", Name: "" }] }] },
  ],
])("what is left out is nothing, and all selections are fields: %j", (value, expected) => {
  expect(treeToJson(queryFromJson(value))).toStrictEqual(expected);
});

const value = (members: ObjectValue): ObjectValue => ({
  Operations: [{ SelectionSet: [{ Arguments: [{ Name: "a", ...members }] }] }],
});

test.each<[ObjectValue, string]>([
  [{ Operations: 1 }, "json: cannot unmarshal number into Go value of type OperationDefinition[]"],
  [{ Operations: [1] }, "json: cannot unmarshal number into Go value of type OperationDefinition"],
  [{ Operations: [{ Name: 1 }] }, "json: cannot unmarshal number into Go value of type text"],
  [{ Operations: [{ VariableDefinitions: [{}] }] }, "json: VariableDefinition without Type"],
  [value({}), "json: Argument without Value"],
  [value({ Value: { Kind: "x" } }), "json: cannot unmarshal string into Go value of type int"],
  [value({ Value: { Kind: 1.5 } }), "json: cannot unmarshal number into Go value of type int"],
  [value({ Value: { Kind: 10 } }), "unknown value kind 10"],
  [value({ Value: { ExpectedTypeHasDefault: 1 } }), "json: cannot unmarshal number into Go value of type flag"],
])("what is of another type is refused: %j", (document, message) => {
  expect(() => queryFromJson(document)).toThrow(new GraphqlFault(message));
});

test("names of prototypes are no members", () => {
  const document = JSON.parse('{"__proto__": {"Operations": [{}]}}');
  expect(treeToJson(queryFromJson(document))).toStrictEqual({});
});
