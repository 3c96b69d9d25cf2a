import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { means } from "../../test/schemas.js";
import { defaultErrors, describeBelow } from "./default-errors.js";
import { readSchema } from "./read-schema.js";

const errorsOf = (schema: Json) => defaultErrors(readSchema(schema), "s", means);

it("a default has to be valid; in its message the root has no name", () => {
  expect(errorsOf({ type: "object", properties: { a: { type: "integer", default: "x" } } })).toEqual([
    's.properties[a].default: Invalid value: "string":  in body must be of type integer: "string"',
  ]);
});

it("places are told below the default", () => {
  const schema = { type: "object", required: ["b"], properties: { a: { type: "string" }, b: { type: "string" } } };
  expect(errorsOf({ ...schema, default: { a: 1 } })).toEqual([
    's.default.a: Invalid value: "integer": a in body must be of type string: "integer"',
    "s.default.b: Required value",
  ]);
});

it("a default must not have fields that would be dropped", () => {
  expect(errorsOf({ type: "object", default: { x: 1 } })).toEqual([
    's.default: Invalid value: {"x":1}: must not have unknown fields',
  ]);
  const embedded = { type: "object", "x-kubernetes-embedded-resource": true, properties: { a: { type: "string" } } };
  expect(errorsOf({ ...embedded, default: { kind: "K", apiVersion: "v1", a: "x" } })).toEqual([]);
});

it("defaults of entries are looked at, those below additionalProperties are not", () => {
  const bad = { type: "integer", default: "x" };
  expect(errorsOf({ type: "array", items: bad })).toHaveLength(1);
  expect(errorsOf({ type: "object", additionalProperties: bad })).toEqual([]);
});

it("properties come in the order of their bytes", () => {
  const bad = { type: "integer", default: "x" };
  expect(errorsOf({ properties: { b: bad, a: bad } }).map((error) => error.slice(0, 15))).toEqual([
    "s.properties[a]",
    "s.properties[b]",
  ]);
});

it("an error is put below a path", () => {
  const error = { text: "", body: "words" };
  expect(["", ".a", "a[0]"].map((place) => describeBelow({ ...error, place }, "p"))).toEqual([
    "p: words",
    "p.a: words",
    "p.a[0]: words",
  ]);
});
