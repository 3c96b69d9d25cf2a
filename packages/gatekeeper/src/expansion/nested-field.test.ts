import { expect, it } from "vitest";
import { nestedField, nestedObject } from "./nested-field.js";

const refusal = (message: string) => ({ ok: false, error: { code: "wrong-type", message } });

it.each([
  [{ a: { b: { c: 1 } } }, ["a", "b"], { c: 1 }],
  [{ a: {} }, ["a", "b"], undefined],
  [{ a: null }, ["a", "b"], undefined],
  [{}, ["__proto__"], undefined],
])("in %j the object at %j is %j", (object, names, value) => {
  expect(nestedObject(object, names)).toEqual({ ok: true, value });
});

it.each([
  [{ a: "text" }, ["a", "b", "c"], ".a.b accessor error: text is of the type string"],
  [{ a: [1, 2] }, ["a", "b"], ".a.b accessor error: [1 2] is of the type []interface {}"],
  [{ a: 3 }, ["a"], ".a accessor error: 3 is of the type int64"],
  [{ a: null }, ["a"], ".a accessor error: <nil> is of the type <nil>"],
])("%j has no object at %j: %s", (object, names, message) => {
  expect(nestedObject(object, names)).toEqual(refusal(`${message}, expected map[string]interface{}`));
});

it("a field may hold anything", () => {
  expect(nestedField({ a: { b: [1] } }, ["a", "b"])).toEqual({ ok: true, value: [1] });
});
