import { expect, test } from "vitest";
import { toText } from "../../value/text.js";
import { testContext } from "../call-builtin.js";
import { unionOf } from "./object-union.js";

test.each([
  [[], "{}"],
  [[{ a: 1 }, { b: 2 }], '{"a": 1, "b": 2}'],
  [[{ a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 3 } }], '{"a": {"b": 3, "c": 2}}'],
  [[{ a: { b: 1 } }, { a: 5 }, { a: { c: 2 } }], '{"a": {"c": 2}}'],
  [[{ a: 5 }, { a: { c: 2 } }, { a: 6 }], '{"a": 6}'],
])("row %#", (objects, expected) => {
  expect(toText(unionOf(objects, testContext()))).toBe(expected);
});

test("objects nested 10,000 deep are merged", () => {
  let [left, right]: [object, object] = [{ a: 1 }, { b: 2 }];
  for (let depth = 0; depth < 10_000; depth += 1) [left, right] = [{ n: left }, { n: right }];
  expect(toText(unionOf([{ ...left }, { ...right }], testContext()))).toContain('{"a": 1, "b": 2}');
});
