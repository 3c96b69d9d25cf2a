import { expect, test } from "vitest";
import {
  anyType,
  arrayOf,
  named,
  numberType,
  objectOf,
  objectWith,
  oneOf,
  setOf,
  stringType,
  tupleOf,
} from "./type.js";

test.each([
  [arrayOf(anyType), { kind: "array", items: [], rest: { kind: "any" } }],
  [tupleOf([numberType]), { kind: "array", items: [{ kind: "number" }] }],
  [tupleOf([numberType], anyType), { kind: "array", items: [{ kind: "number" }], rest: { kind: "any" } }],
  [setOf(stringType), { kind: "set", of: { kind: "string" } }],
  [
    objectOf(stringType, anyType),
    { kind: "object", properties: [], dynamic: { key: { kind: "string" }, value: { kind: "any" } } },
  ],
  [objectWith({ a: numberType }), { kind: "object", properties: [{ key: "a", type: { kind: "number" } }] }],
  [
    objectWith({}, { key: stringType, value: anyType }),
    { kind: "object", properties: [], dynamic: { key: { kind: "string" }, value: { kind: "any" } } },
  ],
  [oneOf(numberType, stringType), { kind: "union", of: [{ kind: "number" }, { kind: "string" }] }],
  [oneOf(), { kind: "union", of: [] }],
  [named("x", numberType), { kind: "number", label: "x" }],
])("row %#", (type, expected) => {
  expect(type).toEqual(expected);
});
