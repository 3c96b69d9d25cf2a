import { describe, expect, it } from "vitest";
import { HOSTILE, UNSAFE } from "../test/hostile.js";
import { clip, showControls } from "./visible-text.js";

describe("showing control characters", () => {
  it.each([
    ["an escape sequence", "\u001B[31mred", "␛[31mred"],
    ["NUL", "a\0b", "a␀b"],
    ["a line break", "a\nb", "a␊b"],
    ["a tab", "a\tb", "a␉b"],
    ["DEL", "a\u007Fb", "a␡b"],
    ["a control character beyond ASCII", "a\u009Bb", "a<U+009B>b"],
    ["a character that reverses text", "a\u202Eb", "a<U+202E>b"],
    ["a line separator", "a\u2028b", "a<U+2028>b"],
    ["a byte-order mark", "\uFEFFa", "<U+FEFF>a"],
    ["half of a surrogate pair", "a\uD83Db", "a<U+D83D>b"],
  ])("makes %s visible", (_, text, shown) => {
    expect(showControls(text)).toBe(shown);
  });

  it.each(["", "plain", "名前", "👩‍👩‍👧‍👦", "e\u0301"])("leaves `%s` alone", (text) => {
    expect(showControls(text)).toBe(text);
  });

  it("leaves nothing in hostile text that acts on a terminal", () => {
    expect(HOSTILE.map(showControls).filter((text) => UNSAFE.test(text))).toEqual([]);
  });
});

describe("clipping", () => {
  it("cuts off what is too long to be read, and says how long it was", () => {
    const clipped = clip("x".repeat(10_000_000));
    expect(clipped.length).toBeLessThan(5000);
    expect(clipped).toMatch(/x… \(10000000 characters\)$/);
  });

  it("leaves the rest alone", () => {
    expect(clip("x".repeat(4000))).toBe("x".repeat(4000));
  });
});
