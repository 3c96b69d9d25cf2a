import { expect, test } from "vitest";
import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";
import { mergeValues } from "./merge.js";

test.each<[string, Value, Value, string]>([
  ["keys of both sides", { a: 1 }, { b: 2 }, '{"a": 1, "b": 2}'],
  ["objects inside", { a: { x: 1 } }, { a: { y: 2 } }, '{"a": {"x": 1, "y": 2}}'],
  ["equal values", { a: [1] }, { a: [1] }, '{"a": [1]}'],
  ["a clash, left", { a: 1 }, { a: { y: 2 } }, '{"a": 1}'],
  ["scalars", 1, 2, "1"],
])("merging keeps %s", (_title, left, right, expected) => {
  expect(toText(mergeValues(left, right, (own) => own))).toBe(expected);
});

test("the caller decides about clashes", () => {
  expect(() =>
    mergeValues({ a: 1 }, { a: 2 }, () => {
      throw new Error("clash");
    }),
  ).toThrow("clash");
});
