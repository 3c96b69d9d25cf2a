import { expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

it("fields are validated in the order of their bytes", () => {
  const schema = { type: "object", properties: { b: { type: "string" }, a: { type: "string" } } };
  expect(errorsOf(schema, { b: 1, a: 1, c: 1 })).toEqual([
    'v.a: Invalid value: "number": v.a in body must be of type string: "number"',
    'v.b: Invalid value: "number": v.b in body must be of type string: "number"',
  ]);
});

it("a required field is missing unless it is the object's own", () => {
  const schema = { type: "object", required: ["a", "constructor", "__proto__"] };
  expect(errorsOf(schema, { a: null })).toEqual(["v.constructor: Required value", "v.__proto__: Required value"]);
  expect(errorsOf(schema, JSON.parse('{"a":1,"constructor":1,"__proto__":1}'))).toEqual([]);
});

it("other fields are validated by additionalProperties, or forbidden by it", () => {
  const numbers = { type: "object", additionalProperties: { type: "integer" } };
  expect(errorsOf(numbers, { a: "x" })).toEqual([
    'v.a: Invalid value: "string": v.a in body must be of type integer: "string"',
  ]);
  expect(errorsOf({ type: "object", additionalProperties: false }, { a: 1 })).toEqual([
    'v: Invalid value: "a": v.a in body is a forbidden property',
  ]);
  expect(errorsOf({ type: "object", additionalProperties: true }, { a: 1 })).toEqual([]);
});

it("too many and too few fields", () => {
  expect(errorsOf({ type: "object", maxProperties: 1 }, { a: 1, b: 1 })).toEqual([
    "v: Too many: 2: must have at most 1 item",
  ]);
  expect(errorsOf({ type: "object", minProperties: 1 }, {})).toEqual([
    "v: Invalid value: 0: v in body should have at least 1 properties",
  ]);
});
