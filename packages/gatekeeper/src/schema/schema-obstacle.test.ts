import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { readSchema } from "./read-schema.js";
import { findObstacle } from "./schema-obstacle.js";

it.each<[string | undefined, Json]>([
  ["OpenAPIV3Schema 'id' is not supported", { id: "x" }],
  ["OpenAPIV3Schema 'schema' is not supported", { $schema: "x" }],
  ["OpenAPIV3Schema '$ref' is not supported", { properties: { a: { $ref: "#" } } }],
  ["OpenAPIV3Schema 'additionalItems' is not supported", { items: { additionalItems: false } }],
  ["OpenAPIV3Schema 'definitions' is not supported", { anyOf: [{ definitions: { a: {} } }] }],
  ["OpenAPIV3Schema 'items' must be a schema, but is an array", { additionalProperties: { items: [{}] } }],
  [
    "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined",
    { not: { "x-kubernetes-preserve-unknown-fields": false } },
  ],
  [undefined, { $ref: "", definitions: {}, dependencies: {}, patternProperties: {}, items: [] }],
  [undefined, { type: "object", properties: { a: { type: "string" } } }],
])("%s: %j (apiextensions, NewStructural)", (obstacle, schema) => {
  expect(findObstacle(readSchema(schema))).toBe(obstacle);
});
