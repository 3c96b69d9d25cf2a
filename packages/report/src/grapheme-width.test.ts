import { describe, expect, it } from "vitest";
import { graphemeWidth } from "./grapheme-width.js";

describe("the width of a character", () => {
  it.each([
    ["a letter", "a", 1],
    ["a letter with an accent", "e\u0301", 1],
    ["a wide letter", "網", 2],
    ["a wide letter with a mark", "か\u3099", 2],
    ["a halfwidth letter", "ｱ", 1],
    ["a fullwidth letter", "Ａ", 2],
    ["a Hangul syllable of three parts", "\u1112\u1161\u11AB", 2],
    ["a vowel beside its letter", "\u0915\u093E", 2],
    ["an emoji", "😀", 2],
    ["an emoji with a skin tone", "👍🏽", 2],
    ["a family", "👩‍👩‍👧‍👦", 2],
    ["a flag", "🇩🇪", 2],
    ["a symbol that a selector turns into an emoji", "❤\uFE0F", 2],
    ["a key", "1\uFE0F\u20E3", 2],
    ["an accent without a letter", "\u0301", 0],
    ["a zero-width space", "\u200B", 0],
    ["nothing", "", 0],
  ])("of %s", (_, grapheme, width) => {
    expect(graphemeWidth(grapheme)).toBe(width);
  });
});
