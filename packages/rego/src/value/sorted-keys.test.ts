import { expect, test } from "vitest";
import { sortedKeys } from "./sorted-keys.js";

test("own keys come in code point order, numbers as text", () => {
  expect(sortedKeys({ b: 1, a: 1, 10: 1, 9: 1 })).toStrictEqual(["10", "9", "a", "b"]);
  expect(sortedKeys({ "\u{10000}": 1, "\uffff": 1 })).toStrictEqual(["\uffff", "\u{10000}"]);
  expect(sortedKeys(Object.create({ inherited: 1 }))).toStrictEqual([]);
});
