import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { readSchema } from "./read-schema.js";
import { findUnknownFields, findUnknownFieldsOfValue } from "./unknown-fields.js";

const find = (schema: Json, value: Json) => findUnknownFields(readSchema(schema), value);
const PRESERVE = { "x-kubernetes-preserve-unknown-fields": true };

it("fields that the schema does not have are named by their paths, in byte order", () => {
  const schema = { properties: { a: { type: "array", items: { properties: { b: {} } } }, Z: {} } };
  expect(find(schema, { y: 1, a: [{ b: 1 }, { c: 1, b: { d: 1 } }], Z: 1, X: 1 })).toEqual([
    "X",
    "a[1].b.d",
    "a[1].c",
    "y",
  ]);
});

it("what every object has is known at its root, and nowhere else", () => {
  const value = { apiVersion: "a", kind: "b", metadata: { any: 1 } };
  expect(find({ properties: { a: { type: "object" } } }, { ...value, a: value })).toEqual([
    "a.apiVersion",
    "a.kind",
    "a.metadata",
  ]);
  const embedded = { properties: { a: { "x-kubernetes-embedded-resource": true } } };
  expect(find(embedded, { a: { ...value, b: 1 } })).toEqual(["a.b"]);
  expect(findUnknownFieldsOfValue(readSchema({}), value)).toEqual(["apiVersion", "kind", "metadata"]);
});

it("where unknown fields are kept, known ones are looked into all the same", () => {
  const schema = { properties: { a: { ...PRESERVE, properties: { b: { type: "object" } } } } };
  expect(find(schema, { a: { x: { y: 1 }, b: { z: 1 } } })).toEqual(["a.b.z"]);
});

it("below a list whose unknown fields are kept, its entries keep theirs, but not what they know", () => {
  const items = { properties: { b: { type: "object" } } };
  const schema = { properties: { a: { ...PRESERVE, items } } };
  expect(find(schema, { a: [{ x: 1, b: { z: 1 } }] })).toEqual(["a[0].b.z"]);
  expect(find({ properties: { a: PRESERVE } }, { a: [{ x: 1 }, [{ y: 1 }]] })).toEqual([]);
});

it("additionalProperties knows all names, and below only what its schema knows", () => {
  expect(find({ additionalProperties: { properties: { b: {} } } }, { a: { b: 1, c: 1 } })).toEqual(["a.c"]);
  expect(find({ additionalProperties: true }, { a: { b: 1 } })).toEqual(["a.b"]);
});

it("scalars and nulls have no fields", () => {
  expect([find({}, null), find({}, 1), find({}, [1, [2]])]).toEqual([[], [], []]);
});

it("__proto__ is a name like any other", () => {
  expect(find({}, JSON.parse('{"__proto__":1}'))).toEqual(["__proto__"]);
});
