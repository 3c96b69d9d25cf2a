import { expect, test } from "vitest";
import { isNamespace, readLabels } from "./namespaces.js";

test("a Namespace is of the core group", () => {
  expect(isNamespace({ apiVersion: "v1", kind: "Namespace" })).toBe(true);
  expect(isNamespace({ apiVersion: "example.com/v1", kind: "Namespace" })).toBe(false);
});

test.each<[labels: unknown, read: object]>([
  [{ a: "1", b: 2, c: null }, { a: "1" }],
  ["text", {}],
  [null, {}],
  [["x"], { 0: "x" }],
])("of the labels %j those count that are text: %j", (labels, read) => {
  expect(readLabels({ metadata: { labels } })).toEqual(read);
});
