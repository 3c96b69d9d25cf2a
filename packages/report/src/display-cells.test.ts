import { describe, expect, it } from "vitest";
import { displayWidth, splitCells } from "./display-cells.js";

describe("the width of a text", () => {
  it.each([
    ["abc", 3],
    ["名前", 4],
    ["ｱ", 1],
    ["e\u0301", 1],
    ["👩‍👩‍👧‍👦", 2],
    ["🇩🇪", 2],
    ["", 0],
  ])("of `%s` is %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("splitting a line into cells", () => {
  it("keeps a letter and its accents together, and says where they are in the source", () => {
    expect(splitCells("ae\u0301b", 10)).toEqual([
      { text: "a", width: 1, start: 10, end: 11 },
      { text: "e\u0301", width: 1, start: 11, end: 13 },
      { text: "b", width: 1, start: 13, end: 14 },
    ]);
  });

  it("expands tabs to the next multiple of four columns", () => {
    expect(splitCells("a\tb\t\t", 0).map(({ width }) => width)).toEqual([1, 3, 1, 3, 4]);
  });

  it("makes control characters visible", () => {
    expect(splitCells("\u001B\u0085", 0).map(({ text, width }) => [text, width])).toEqual([
      ["␛", 1],
      ["<U+0085>", 8],
    ]);
  });
});
