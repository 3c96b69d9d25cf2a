import { expect, test } from "vitest";
import { noFlags, pad } from "./format-directive.js";

test.each([
  ["a", { width: 3 }, "  a"],
  ["a", { width: 3, minus: true }, "a  "],
  ["a", { width: 3, zero: true }, "00a"],
  ["a", { width: 3, zero: true, minus: true }, "a  "],
  ["é😀", { width: 3 }, " é😀"],
  ["abcd", { width: 3 }, "abcd"],
  ["a", {}, "a"],
])("%s with %j", (text, flags, expected) => {
  expect(pad(text, { ...noFlags, ...flags })).toBe(expected);
});
