import { expect, test } from "vitest";
import { formatType } from "../cel/cel-type.js";
import { readSchema } from "../schema/read-schema.js";
import { schemaType } from "./schema-type.js";

const typeOf = (schema: object) => schemaType(readSchema(schema as never), "self");

test.each<[object, string | undefined]>([
  [{ type: "string" }, "string"],
  [{ type: "string", format: "byte" }, "bytes"],
  [{ type: "string", format: "date" }, "google.protobuf.Timestamp"],
  [{ type: "string", format: "date-time" }, "google.protobuf.Timestamp"],
  [{ type: "string", format: "duration" }, "google.protobuf.Duration"],
  [{ type: "string", format: "ipv4" }, "string"],
  [{ type: "integer" }, "int"],
  [{ type: "number" }, "double"],
  [{ type: "boolean" }, "bool"],
  [{ "x-kubernetes-int-or-string": true }, "dyn"],
  [{ "x-kubernetes-preserve-unknown-fields": true }, undefined],
  [{ type: "array" }, undefined],
  [{ type: "array", items: { "x-kubernetes-preserve-unknown-fields": true } }, undefined],
  [{ type: "array", items: { type: "array", items: { type: "integer" } } }, "list(list(int))"],
  [{ type: "object", additionalProperties: { type: "integer" } }, "map(string, int)"],
  [{ type: "object" }, "self"],
])("of %j expressions see %s", (schema, name) => {
  const type = typeOf(schema);
  expect(type && formatType(type)).toBe(name);
});

test("fields are seen by names of CEL, and only those that have some", () => {
  const properties = { "a-b": { type: "string" }, "1": { type: "string" }, any: {}, in: { type: "integer" } };
  expect([...(typeOf({ type: "object", properties })?.fields?.keys() ?? [])]).toEqual(["a__dash__b", "__in__"]);
});
