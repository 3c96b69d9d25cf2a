import { expect, it } from "vitest";
import { findControlCharacter } from "./control-character.js";

it.each([
  ["plain text\twith tabs\r\nand ümlauts, 𝄞, \u0085 and \u2028", -1],
  ["a\u0000", 1],
  ["# bell \u0007", 7],
  ["\u007f", 0],
  ["a\u009f", 1],
  ["ab\ufffe", 2],
  ["half a pair \ud834 in the middle", 12],
  ["\udd1e", 0],
])("%j: %i", (text, offset) => {
  expect(findControlCharacter(text)).toBe(offset);
});
