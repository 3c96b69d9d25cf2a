import { describe, expect, it } from "vitest";
import { unpainted } from "./paint.js";
import { drawPlace, indentText, titlePlace } from "./place-text.js";

const LAYOUT = { width: 30, paint: unpainted };
const PLACE = { line: 1, column: 1, endLine: 1, endColumn: 2 };

describe("the title of a place", () => {
  it.each([
    ["a.yaml", { line: 3, column: 4 }, "a.yaml:3:4"],
    ["a.yaml", { line: 3 }, "a.yaml:3"],
    ["a.yaml", {}, "a.yaml"],
    ["a\nb\u001B.yaml", { line: 3 }, "a␊b␛.yaml:3"],
  ])("of %j %j is `%s`", (file, place, title) => {
    expect(titlePlace(file, place)).toBe(title);
  });
});

it("draws nothing when the source is not at hand", () => {
  expect(drawPlace([], PLACE, "error", LAYOUT)).toEqual([]);
  expect(drawPlace([{ line: 1, text: "a" }], PLACE, "error", LAYOUT)).toHaveLength(2);
});

it("wraps text behind its indentation and paints line by line", () => {
  const paint = (style: string, text: string) => `<${style}>${text}</>`;
  expect(indentText("one two three four five six seven", "    ", "faint", { width: 24, paint })).toEqual([
    "    <faint>one two three four</>",
    "    <faint>five six seven</>",
  ]);
});
