import { expect, test } from "vitest";
import { toLower, toUpper } from "./letter-case.js";

test.each([
  ["ABC é", "abc é", "ABC É"],
  ["straße", "straße", "STRAßE"],
  ["ΟΔΥΣΣΕΥΣ", "οδυσσευσ", "ΟΔΥΣΣΕΥΣ"],
  ["İ", "i", "İ"],
  ["ᾀᾳᾖ", "ᾀᾳᾖ", "ᾈᾼᾞ"],
  ["ǰŉ", "ǰŉ", "ǰŉ"],
  ["𐐀", "𐐨", "𐐀"],
])("%s maps one code point to one", (text, lower, upper) => {
  expect(toLower(text)).toBe(lower);
  expect(toUpper(text)).toBe(upper);
});
