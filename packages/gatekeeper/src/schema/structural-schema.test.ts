import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { patterns } from "../../test/schemas.js";
import { readSchema } from "./read-schema.js";
import { structuralErrors } from "./structural-schema.js";

const errorsOf = (schema: Json) => structuralErrors(readSchema(schema), "s", patterns);
const OBJECT = { type: "object" };

describe("what is not structural (apiextensions, schema/validation.go):", () => {
  it.each<[string, Json]>([
    ["s.type: Required value: must not be empty for specified object fields", {}],
    ["s.items.type: Required value: must not be empty for specified array items", { type: "array", items: {} }],
    ["s.items: Required value: must be specified", { type: "array" }],
    ["s.items: Required value: must be specified", { type: "array", items: "x" }],
    [
      "s.properties[a].type: Required value: must not be empty for specified object fields",
      { ...OBJECT, properties: { a: {} } },
    ],
    [
      "s.additionalProperties.type: Required value: must not be empty for specified object fields",
      { ...OBJECT, additionalProperties: {} },
    ],
    [
      "s.x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if x-kubernetes-int-or-string is true",
      { "x-kubernetes-int-or-string": true, "x-kubernetes-preserve-unknown-fields": true },
    ],
    [
      's.pattern: Invalid value: "(": must be a valid regular expression, but isn\'t: error parsing regexp: missing closing ): `(`',
      { type: "string", pattern: "(" },
    ],
    ["s.anyOf[0].type: Forbidden: must be empty to be structural", { ...OBJECT, anyOf: [{ type: "object" }] }],
    ["s.not.default: Forbidden: must be undefined to be structural", { ...OBJECT, not: { default: 1 } }],
    [
      "s.oneOf[0].additionalProperties: Forbidden: must be undefined to be structural",
      { ...OBJECT, oneOf: [{ additionalProperties: true }] },
    ],
    [
      "s.allOf[1].properties[a].nullable: Forbidden: must be false to be structural",
      { ...OBJECT, allOf: [{}, { properties: { a: { nullable: true } } }] },
    ],
    [
      "s.not.properties[metadata]: Forbidden: must not be specified in a nested context",
      { ...OBJECT, not: { properties: { metadata: {} } } },
    ],
    [
      "s.x-kubernetes-embedded-resource: Invalid value: true: must be false if x-kubernetes-int-or-string is true",
      {
        ...OBJECT,
        "x-kubernetes-int-or-string": true,
        "x-kubernetes-embedded-resource": true,
        properties: { spec: OBJECT },
      },
    ],
  ])("%s", (error, schema) => {
    expect(errorsOf(schema)).toEqual([error]);
  });
});

describe("embedded objects", () => {
  const EMBEDDED = { "x-kubernetes-embedded-resource": true };

  it("are objects, and say something", () => {
    expect(errorsOf(EMBEDDED)).toEqual([
      "s.properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields",
      "s.type: Required value: must be object if x-kubernetes-embedded-resource is true",
    ]);
    expect(errorsOf({ ...EMBEDDED, type: "string", properties: { a: OBJECT } })).toEqual([
      's.type: Invalid value: "string": must be object if x-kubernetes-embedded-resource is true',
    ]);
  });

  it("have what every object has, of its types", () => {
    const properties = { kind: { type: "integer" }, apiVersion: OBJECT, metadata: { type: "array", items: OBJECT } };
    expect(errorsOf({ ...EMBEDDED, ...OBJECT, properties, additionalProperties: true })).toEqual([
      "s.additionalProperties: Forbidden: must not be used if x-kubernetes-embedded-resource is set",
      's.properties[apiVersion].type: Invalid value: "object": must be string',
      's.properties[kind].type: Invalid value: "integer": must be string',
      's.properties[metadata].type: Invalid value: "array": must be object',
    ]);
  });
});

it.each<[string, Json]>([
  ["no type where unknown fields are kept", { "x-kubernetes-preserve-unknown-fields": true }],
  ["int-or-string by itself", { "x-kubernetes-int-or-string": true }],
  ["its types in anyOf", { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] }],
  [
    "its types in the first of allOf",
    {
      "x-kubernetes-int-or-string": true,
      allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { minimum: 1 }],
    },
  ],
  ["restrictions of known fields", { ...OBJECT, properties: { a: OBJECT }, anyOf: [{ required: ["a"] }] }],
])("%s is structural", (_, schema) => {
  expect(errorsOf(schema)).toEqual([]);
});

it("types in another order, or with more, are no exception", () => {
  expect(errorsOf({ ...OBJECT, anyOf: [{ type: "string" }, { type: "integer" }] })).toHaveLength(2);
  expect(errorsOf({ ...OBJECT, anyOf: [{ type: "integer", minimum: 1 }, { type: "string" }] })).toHaveLength(2);
});

it("errors come in the order of their bytes", () => {
  expect(errorsOf({ properties: { b: {}, a: {} } })).toEqual([
    "s.properties[a].type: Required value: must not be empty for specified object fields",
    "s.properties[b].type: Required value: must not be empty for specified object fields",
    "s.type: Required value: must not be empty for specified object fields",
  ]);
});
