import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import type { JsonFields } from "./json-fields.js";
import { listTypeErrors, mapTypeErrors } from "./list-map-types.js";
import { readSchema } from "./read-schema.js";

const listErrors = (schema: Json) => listTypeErrors(readSchema(schema), "s");
const mapErrors = (schema: Json) => mapTypeErrors(readSchema(schema), "s");
const LIST = "x-kubernetes-list-type";
const KEYS = "x-kubernetes-list-map-keys";
const MAP = "x-kubernetes-map-type";

it("a type of map needs an object, and is one of two", () => {
  expect(mapErrors({ [MAP]: "atomic" })).toEqual([
    "s.type: Required value: must be object if x-kubernetes-map-type is specified",
  ]);
  expect(mapErrors({ [MAP]: "x", type: "string" })).toEqual([
    's.type: Invalid value: "string": must be object if x-kubernetes-map-type is specified',
    's.x-kubernetes-map-type: Unsupported value: "x": supported values: "atomic", "granular"',
  ]);
  expect([mapErrors({ [MAP]: "granular", type: "object" }), mapErrors({})]).toEqual([[], []]);
});

describe("a type of list (apiextensions, validation.go):", () => {
  const object = (fields: JsonFields): Json => ({ type: "object", ...fields });
  const map = (items: Json, keys: Json = ["a"]) => ({ type: "array", [LIST]: "map", [KEYS]: keys, items });

  it.each<[string, Json]>([
    ["s.type: Required value: must be array if x-kubernetes-list-type is specified", { [LIST]: "set" }],
    [
      's.x-kubernetes-list-type: Unsupported value: "x": supported values: "atomic", "set", "map"',
      { type: "array", [LIST]: "x" },
    ],
    [
      "s.items.x-kubernetes-map-type: Invalid value: null: must be atomic as item of a list with x-kubernetes-list-type=set",
      { type: "array", [LIST]: "set", items: { type: "object" } },
    ],
    [
      's.items.x-kubernetes-list-type: Invalid value: "set": must be atomic as item of a list with x-kubernetes-list-type=set',
      { type: "array", [LIST]: "set", items: { type: "array", [LIST]: "set" } },
    ],
    [
      "s.x-kubernetes-list-type: Required value: must be map if x-kubernetes-list-map-keys is non-empty",
      { type: "array", [KEYS]: ["a"] },
    ],
    [
      's.x-kubernetes-list-type: Invalid value: "set": must be map if x-kubernetes-list-map-keys is non-empty',
      { type: "array", [LIST]: "set", [KEYS]: ["a"] },
    ],
    [
      "s.items: Required value: must have a schema if x-kubernetes-list-type is map",
      { type: "array", [LIST]: "map", [KEYS]: ["a"] },
    ],
    [
      's.items.type: Invalid value: "string": must be object if parent array\'s x-kubernetes-list-type is map',
      map({ type: "string" }),
    ],
    [
      's.x-kubernetes-list-map-keys: Invalid value: ["a"]: entries must all be names of item properties',
      map({ type: "object" }),
    ],
    [
      "s.items.properties[a].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property",
      map(object({ properties: { a: { type: "string" } } })),
    ],
    [
      "s.items.nullable: Forbidden: cannot be nullable when x-kubernetes-list-type is map",
      map(object({ nullable: true, required: ["a"], properties: { a: { type: "string" } } })),
    ],
    [
      "s.items.properties[a].nullable: Forbidden: this property is in x-kubernetes-list-map-keys, so it cannot be nullable",
      map(object({ required: ["a"], properties: { a: { type: "string", nullable: true } } })),
    ],
    [
      's.items.properties[a].type: Invalid value: "object": must be a scalar type if parent array\'s x-kubernetes-list-type is map',
      map(object({ required: ["a"], properties: { a: { type: "array" } } })),
    ],
    [
      's.x-kubernetes-list-map-keys: Invalid value: ["a","a"]: must not contain duplicate entries',
      map(object({ required: ["a"], properties: { a: { type: "string" } } }), ["a", "a"]),
    ],
  ])("%s", (error, schema) => {
    expect(listErrors(schema)).toEqual([error]);
  });

  it("a good map, and a good set", () => {
    expect(listErrors(map(object({ properties: { a: { type: "string", default: "x" } } })))).toEqual([]);
    expect(listErrors({ type: "array", [LIST]: "set", items: { type: "string" } })).toEqual([]);
  });
});
