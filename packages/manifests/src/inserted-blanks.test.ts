import fc from "fast-check";
import { expect, it } from "vitest";
import { INSERTED_BLANKS, insertBlanks, originalOffset, type PaddedText } from "./inserted-blanks.js";

const blanks = " ".repeat(INSERTED_BLANKS);

it("adds blanks at an offset", () => {
  const once = insertBlanks({ text: "a\nb\nc", insertions: [] }, 4);
  expect(once).toEqual({ text: `a\nb\n${blanks}c`, insertions: [4] });
  expect(insertBlanks(once, 2)).toEqual({
    text: `a\n${blanks}b\n${blanks}c`,
    insertions: [2, 4 + INSERTED_BLANKS],
  });
});

it("keeps the offset of every character", () => {
  const text = "first\nsecond\r\nthird\n\nfifth";
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length })), (offsets) => {
      let padded: PaddedText = { text, insertions: [] };
      for (const offset of offsets) padded = insertBlanks(padded, offset);
      const characters = [...padded.text].map((character, offset) => [character, offset] as const);
      const kept = characters.filter(([character]) => character !== " ");
      const originals = kept.map(([, offset]) => text[originalOffset(padded.insertions, offset)]);
      expect(originals).toEqual(kept.map(([character]) => character));
    }),
  );
});
