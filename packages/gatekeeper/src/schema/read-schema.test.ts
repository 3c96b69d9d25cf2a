import { expect, it } from "vitest";
import { readSchema } from "./read-schema.js";

it("what is absent, null, empty or false is not there", () => {
  expect(readSchema({ type: "", nullable: false, default: null, pattern: null, title: "" })).toEqual({});
  expect(readSchema({ required: [], enum: [], properties: {} })).toEqual({
    required: [],
    enum: [],
    properties: new Map(),
  });
});

it("extensions have names of their own, and a false to unknown fields is kept to be refused", () => {
  expect(
    readSchema({
      "x-kubernetes-preserve-unknown-fields": false,
      "x-kubernetes-int-or-string": true,
      "x-kubernetes-list-type": "",
    }),
  ).toEqual({ preserveUnknownFields: false, intOrString: true, listType: "" });
});

it("items are one schema, several, or neither", () => {
  expect(readSchema({ items: { type: "string" } }).items).toEqual({ schema: { type: "string" } });
  expect(readSchema({ items: [{ type: "string" }] }).items).toEqual({ schemas: [{ type: "string" }] });
  expect(readSchema({ items: "x" }).items).toEqual({});
});

it("additionalProperties is a flag or a schema", () => {
  expect(readSchema({ additionalProperties: false }).additionalProperties).toEqual({ allows: false });
  expect(readSchema({ additionalProperties: {} }).additionalProperties).toEqual({ allows: true, schema: {} });
});

it("what no schema may have is noted, and never followed", () => {
  expect(readSchema({ $ref: "", id: "", definitions: { a: {} }, dependencies: { b: ["c"] } })).toEqual({
    unsupported: { $ref: "", definitions: new Map([["a", {}]]), dependencies: new Map([["b", undefined]]) },
  });
});

it("properties may be called anything", () => {
  const { properties } = readSchema(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'));
  expect(properties?.get("__proto__")).toEqual({ type: "string" });
});

it.each([null, 1, "x", []])("%j is an empty schema", (value) => {
  expect(readSchema(value)).toEqual({});
});
