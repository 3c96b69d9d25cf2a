import { expect, test } from "vitest";
import { toText } from "../value/text.js";
import { replaceAt } from "./patch.js";

test("a value is replaced in a copy", () => {
  const document = Object.freeze({ a: Object.freeze({ b: 1, c: 2 }) });
  expect(toText(replaceAt(document, ["a", "b"], 9, "refuse") ?? null)).toBe('{"a": {"b": 9, "c": 2}}');
  expect(toText(document)).toBe('{"a": {"b": 1, "c": 2}}');
});

test("missing objects are made, the whole can be replaced", () => {
  expect(toText(replaceAt(undefined, ["a", "b"], 1, "refuse") ?? null)).toBe('{"a": {"b": 1}}');
  expect(replaceAt({ a: 1 }, [], 5, "refuse")).toBe(5);
});

test("a value on the way that is no object is refused or gives way", () => {
  expect(replaceAt({ a: 1 }, ["a", "b"], 2, "refuse")).toBeUndefined();
  expect(toText(replaceAt({ a: 1 }, ["a", "b"], 2, "replace") ?? null)).toBe('{"a": {"b": 2}}');
});
