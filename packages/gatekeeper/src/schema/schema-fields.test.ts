import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { findDecodeFault } from "./go-decode.js";
import { SCHEMA } from "./schema-fields.js";

it.each<[Json, string]>([
  [{ type: 1 }, "json: cannot unmarshal number into Go struct field JSONSchemaProps.type of type string"],
  [
    { properties: { a: { maxLength: "x" } } },
    "json: cannot unmarshal string into Go struct field JSONSchemaProps.properties.maxLength of type int64",
  ],
  [{ additionalProperties: 5 }, "boolean or JSON schema expected"],
  [
    { properties: { a: { items: { pattern: 1 } } } },
    "json: cannot unmarshal number into Go struct field JSONSchemaProps.properties.items.pattern of type string",
  ],
  [
    { "x-kubernetes-validations": {} },
    "json: cannot unmarshal object into Go struct field JSONSchemaProps.x-kubernetes-validations of type v1.ValidationRules",
  ],
])("%j", (schema, words) => {
  expect(findDecodeFault(schema, SCHEMA)).toBe(words);
});

it.each<[Json]>([
  [{ items: "anything" }],
  [{ items: [], additionalProperties: true, default: { a: 1 }, enum: [null, 1, "a"] }],
  [{ dependencies: { a: ["b"], c: { type: "object" }, d: 5 } }],
])("%j decodes", (schema) => {
  expect(findDecodeFault(schema, SCHEMA)).toBeUndefined();
});
