import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { openApiErrors } from "./open-api-schema.js";
import { readSchema } from "./read-schema.js";

const errorsOf = (schema: Json) => openApiErrors(readSchema(schema), "s");

describe("what no schema of a cluster may have (apiextensions, validation.go):", () => {
  it.each<[string, Json]>([
    [
      's.type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"',
      { type: "text" },
    ],
    ["s.id: Forbidden: id is not supported", { id: "x" }],
    ["s.$ref: Forbidden: $ref is not supported", { $ref: "" }],
    ["s.additionalItems: Forbidden: additionalItems is not supported", { additionalItems: false }],
    ["s.patternProperties: Forbidden: patternProperties is not supported", { patternProperties: { a: {} } }],
    ["s.definitions: Forbidden: definitions is not supported", { definitions: { a: {} } }],
    ["s.items: Forbidden: items must be a schema object and not an array", { items: [{}] }],
    [
      "s.uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic",
      { uniqueItems: true },
    ],
    [
      "s.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive",
      { properties: { a: {} }, additionalProperties: false },
    ],
    [
      "s.x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or undefined",
      { "x-kubernetes-preserve-unknown-fields": false },
    ],
  ])("%s", (error, schema) => {
    expect(errorsOf(schema)).toEqual([error]);
  });

  it("the type null", () => {
    expect(errorsOf({ type: "null" })[1]).toBe(
      "s.type: Forbidden: type cannot be set to null, use nullable as an alternative",
    );
  });

  it("at any depth, in the cluster's order", () => {
    const bad = { id: "x" };
    const parts = { properties: { b: bad, a: bad }, not: bad, allOf: [bad], oneOf: [bad], anyOf: [bad], items: bad };
    const places = ["properties[a]", "properties[b]", "not", "allOf[0]", "oneOf[0]", "anyOf[0]", "items"];
    expect(errorsOf(parts)).toEqual(places.map((place) => `s.${place}.id: Forbidden: id is not supported`));
  });
});

it("properties may stand beside additionalProperties: true", () => {
  expect(errorsOf({ properties: { a: {} }, additionalProperties: true })).toEqual([]);
});

it("in the metadata of an embedded object nothing may be embedded, and no default be in a map", () => {
  const labels = { additionalProperties: { type: "string", default: "x" } };
  const nested = { "x-kubernetes-embedded-resource": true };
  const schema = {
    "x-kubernetes-embedded-resource": true,
    properties: { metadata: { properties: { labels, nested } } },
  };
  expect(errorsOf(schema)).toEqual([
    "s.properties[metadata].properties[labels].additionalProperties.default: Forbidden: must not be set inside additionalProperties applying to object metadata",
    "s.properties[metadata].properties[nested].x-kubernetes-embedded-resource: Forbidden: must not be used inside of resource meta",
  ]);
});
