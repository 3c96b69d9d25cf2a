import fc from "fast-check";
import { expect, it } from "vitest";
import { ADDED_INDENTATION, indentLineOf, originalOffset } from "./lenient-indentation.js";

const blanks = " ".repeat(ADDED_INDENTATION);

it("adds blanks at the beginning of the line of an offset", () => {
  const once = indentLineOf({ text: "a\nb\nc", insertions: [] }, 4);
  expect(once).toEqual({ text: `a\nb\n${blanks}c`, insertions: [4] });
  expect(indentLineOf(once, 2)).toEqual({ text: `a\n${blanks}b\n${blanks}c`, insertions: [2, 4 + ADDED_INDENTATION] });
});

it("keeps the offset of every character", () => {
  const text = "first\nsecond\r\nthird\n\nfifth";
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length })), (offsets) => {
      let indented = { text, insertions: [] as readonly number[] };
      for (const offset of offsets) indented = indentLineOf(indented, offset);
      const characters = [...indented.text].map((character, offset) => [character, offset] as const);
      const kept = characters.filter(([character]) => character !== " ");
      expect(kept.map(([, offset]) => text[originalOffset(indented.insertions, offset)])).toEqual(
        kept.map(([character]) => character),
      );
    }),
  );
});
