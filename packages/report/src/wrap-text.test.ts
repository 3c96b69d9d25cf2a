import { describe, expect, it } from "vitest";
import { wrapText } from "./wrap-text.js";

describe("wrapping", () => {
  it.each([
    ["a text that fits", "one two", ["one two"]],
    ["an empty text", "", [""]],
    ["a text that does not fit", "one two three four five six", ["one two three four", "five six"]],
    ["a text with wide characters", "網頁網頁 網頁網頁 網頁", ["網頁網頁 網頁網頁", "網頁"]],
    ["line breaks", "one\ntwo\r\nthree", ["one", "two", "three"]],
    [
      "a word longer than the line",
      "see https://example.com/a/long/page now",
      ["see", "https://example.com/a/long/page", "now"],
    ],
    ["control characters", "one\rtwo\u001B", ["one␍two␛"]],
  ])("breaks %s", (_, text, lines) => {
    expect(wrapText(text, 20)).toEqual(lines);
  });

  it("does not wrap when the width is infinite", () => {
    const text = "word ".repeat(500).trim();
    expect(wrapText(text, Number.POSITIVE_INFINITY)).toEqual([text]);
  });

  it("keeps a smallest width", () => {
    expect(wrapText("one two three", -5)).toEqual(["one two three"]);
  });
});
