import { expect, it } from "vitest";
import { ownFields } from "./own-fields.js";

it("copies what an object has and nothing that it inherits", () => {
  const own = ownFields<object>(Object.assign(Object.create({ inherited: 1 }), { own: 2 }));
  expect({ ...own }).toEqual({ own: 2 });
  expect("inherited" in own).toBe(false);
  expect("toString" in own).toBe(false);
});

it("does not take a field called __proto__ for a prototype", () => {
  const own = ownFields<object>(JSON.parse('{"__proto__":{"namespace":"kube-system"}}'));
  expect("namespace" in own).toBe(false);
});

it.each([null, undefined, 5, true])("makes an empty copy of %j", (value) => {
  // Callers in JavaScript hand in what they like.
  expect(Object.keys(ownFields(value as unknown as object))).toEqual([]);
});
