import { expect, test } from "vitest";
import { applySplices, lineStart, nextLine } from "./splice.js";

test("splices are applied wherever they stand in their list, insertions at one place in their order", () => {
  const splices = [
    { start: 4, end: 6, text: "X" },
    { start: 0, end: 0, text: "1" },
    { start: 0, end: 0, text: "2" },
    { start: 6, end: 6, text: "Y" },
  ];
  expect(applySplices("abcdefg", splices)).toBe("12abcdXYg");
});

test.each([
  [0, 0, 3],
  [1, 0, 3],
  [2, 0, 3],
  [3, 3, 5],
  [5, 5, 5],
])("offset %i lies in the line from %i to %i", (offset, start, end) => {
  expect([lineStart("ab\nc\n", offset), nextLine("ab\nc\n", offset)]).toEqual([start, end]);
});
