import { expect, it } from "vitest";
import { wellFormed } from "./well-formed.js";

it.each([
  ["a\uD800b\uDC00", "a\uFFFDb\uFFFD"],
  ["😀", "😀"],
  ["", ""],
])("replaces the halves of surrogate pairs in %j", (text, expected) => {
  expect(wellFormed(text)).toBe(expected);
});
