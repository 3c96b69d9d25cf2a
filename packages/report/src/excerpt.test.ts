import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNSAFE } from "../test/hostile.js";
import { displayWidth } from "./display-cells.js";
import { drawExcerpt } from "./excerpt.js";
import { unpainted } from "./paint.js";

const draw = (text: string, column: number, endColumn: number, width = 80) =>
  drawExcerpt(
    { line: 7, text },
    { line: 7, column, endLine: 7, endColumn },
    { width, paint: unpainted, style: "error" },
  );

describe("an excerpt", () => {
  it.each([
    ["plain text", "privileged: true", "true", "    7 | privileged: true", "      |             ^^^^"],
    ["wide characters before the place", "網頁: true", "true", "    7 | 網頁: true", "      |       ^^^^"],
    ["wide characters at the place", "a: 網頁", "網頁", "    7 | a: 網頁", "      |    ^^^^"],
    ["emoji of many characters", "👩‍👩‍👧‍👦: true", "true", "    7 | 👩‍👩‍👧‍👦: true", "      |     ^^^^"],
    ["combining characters", "e\u0301e\u0301: true", "true", "    7 | e\u0301e\u0301: true", "      |     ^^^^"],
    ["tabs", "{\t\ta:\ttrue}", "true", "    7 | {       a:  true}", "      |             ^^^^"],
    ["escape sequences", "\u001B[31m: true", "true", "    7 | ␛[31m: true", "      |        ^^^^"],
    ["halves of surrogate pairs", "\uD800: true", "true", "    7 | <U+D800>: true", "      |           ^^^^"],
  ])("puts the carets right after %s", (_, text, place, source, carets) => {
    const column = text.indexOf(place) + 1;
    expect(draw(text, column, column + place.length)).toEqual([source, carets]);
  });

  it("marks the rest of the line when the place goes on in later lines", () => {
    const place = { line: 7, column: 3, endLine: 9, endColumn: 2 };
    const lines = drawExcerpt({ line: 7, text: "- name: a" }, place, { width: 80, paint: unpainted, style: "error" });
    expect(lines[1]).toBe("      |   ^^^^^^^");
  });

  it.each([
    ["an empty place", "a: ", 4, 4, "      |    ^"],
    ["a place beyond the end", "a", 50, 51, "      |  ^"],
    ["an empty line", "", 1, 1, "      | ^"],
  ])("marks one column for %s", (_, text, column, endColumn, carets) => {
    expect(draw(text, column, endColumn)[1]).toBe(carets);
  });

  it("shows a line that does not fit around the place", () => {
    const text = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
    expect(draw(text, 501, 505, 40)).toEqual(["    7 | …aaaaaaaaaaHEREbbbbbbbbbbbbbbbb…", "      |            ^^^^"]);
  });

  it.each([
    ["at the beginning", 1, "    7 | HEREbbbbbbbbbbbbbbbbbbbbbbbbbb…"],
    ["at the end", 997, "    7 | …aaaaaaaaaaHERE"],
  ])("cuts off only one side of a line when the place is %s", (_, column, source) => {
    const text = column === 1 ? `HERE${"b".repeat(996)}` : `${"a".repeat(996)}HERE`;
    expect(draw(text, column, column + 4, 40)[0]).toBe(source);
  });

  it("looks only at the surroundings of the place in a line of 10 MB", () => {
    const text = `${"網".repeat(5_000_000)}HERE${"\u0301".repeat(5_000_000)}`;
    const [source = "", carets = ""] = draw(text, 5_000_001, 5_000_005);
    expect(source.length).toBeLessThan(1000);
    expect(carets).toContain("^^^^");
  });

  it("never cuts a surrogate pair", () => {
    const [source = ""] = draw("😀".repeat(2000), 2001, 2003, 41);
    expect(source).not.toContain("U+D8");
  });

  it("paints the gutter and the carets, and nothing of the source", () => {
    const paint = (style: string, text: string) => `<${style}:${text}>`;
    const place = { line: 7, column: 1, endLine: 7, endColumn: 2 };
    expect(drawExcerpt({ line: 7, text: "ab" }, place, { width: 80, paint, style: "warning" })).toEqual([
      "<gutter:    7 |> ab",
      "<gutter:      |> <warning:^>",
    ]);
  });

  it("fits its width, is safe to print and has a caret, whatever the line", () => {
    const anyLine = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 }));
    const property = fc.property(
      anyLine,
      fc.nat(310),
      fc.nat(310),
      fc.integer({ min: 40, max: 120 }),
      (text, start, length, width) => {
        const lines = draw(text.replace(/[\r\n]/g, ""), start + 1, start + 1 + length, width);
        expect(lines).toHaveLength(2);
        expect(lines[1]).toContain("^");
        for (const line of lines) {
          expect(line).not.toMatch(UNSAFE);
          expect(displayWidth(line)).toBeLessThanOrEqual(width + 8);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
