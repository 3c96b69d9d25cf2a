import { describe, expect, it } from "vitest";
import { countLineBreaks, SourceText } from "./source-text.js";

describe("SourceText", () => {
  const source = new SourceText("ab\r\n\u{1d11e}c\rd\n\nlast", 10);

  it.each([
    ["the beginning", 0, 10, 1],
    ["a line break, which belongs to its line", 2, 10, 3],
    ["after CRLF", 4, 11, 1],
    ["after a character of two UTF-16 code units", 6, 11, 3],
    ["after CR alone", 8, 12, 1],
    ["an empty line", 10, 13, 1],
    ["the end", 15, 14, 5],
  ])("finds %s", (_where, offset, line, column) => {
    expect(source.position(offset)).toEqual({ line, column });
  });

  it("gives ranges an exclusive end", () => {
    expect(source.range(0, 2, true)).toEqual({ line: 10, column: 1, endLine: 10, endColumn: 3, exact: true });
  });

  it("shows the lines of a range, as far as it has them", () => {
    expect(source.excerpt({ line: 11, column: 1, endLine: 12, endColumn: 1, exact: true })).toEqual([
      { line: 11, text: "\u{1d11e}c" },
      { line: 12, text: "d" },
    ]);
    expect(source.excerpt({ line: 1, column: 1, endLine: 10, endColumn: 1, exact: true })).toEqual([
      { line: 10, text: "ab" },
    ]);
    expect(source.excerpt({ line: 14, column: 1, endLine: 99, endColumn: 1, exact: true })).toEqual([
      { line: 14, text: "last" },
    ]);
  });
});

it.each([
  ["", 0],
  ["a\nb\n", 2],
  ["a\r\nb\r\n", 2],
  ["a\rb\r\n\n", 3],
])("%j has %i line breaks", (text, count) => {
  expect(countLineBreaks(text)).toBe(count);
});
