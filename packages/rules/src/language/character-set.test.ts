import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CharacterRange, foldCase, hasCharacter, negate, toScalar } from "./character-set.js";

const codePoint = fc.integer({ min: 0, max: 0x10ffff });
const toRange = ([one, other]: CharacterRange): CharacterRange => [Math.min(one, other), Math.max(one, other)];
const anySet = fc.array(fc.tuple(codePoint, codePoint).map(toRange));

describe("hasCharacter", () => {
  it.each([
    [[], 0x61, false],
    [[[0x61, 0x63]], 0x60, false],
    [[[0x61, 0x63]], 0x61, true],
    [[[0x61, 0x63]], 0x63, true],
    [[[0x61, 0x63]], 0x64, false],
  ] as const)("looks in %j for %i: %s", (set, character, found) => {
    expect(hasCharacter(set, character)).toBe(found);
  });
});

describe("negate", () => {
  it.each([
    [[], [[0, 0x10ffff]]],
    [[[0, 0x10ffff]], []],
    [
      [[5, 7]],
      [
        [0, 4],
        [8, 0x10ffff],
      ],
    ],
    [[[0, 4]], [[5, 0x10ffff]]],
    [
      [
        [8, 9],
        [1, 9],
        [2, 3],
      ],
      [
        [0, 0],
        [10, 0x10ffff],
      ],
    ],
  ] as const)("makes of %j %j", (set, negated) => {
    expect(negate(set)).toEqual(negated);
  });

  it("has a character exactly where the set does not", () => {
    fc.assert(
      fc.property(anySet, codePoint, (set, character) => {
        expect(hasCharacter(negate(set), character)).toBe(!hasCharacter(set, character));
      }),
    );
  });
});

describe("foldCase", () => {
  const ascii = fc.integer({ min: 0, max: 0x7f });
  const anyAsciiSet = fc.array(fc.tuple(ascii, ascii).map(toRange));

  it("has exactly the characters that JavaScript finds in the set in any case", () => {
    fc.assert(
      fc.property(anyAsciiSet, fc.integer({ min: 0, max: 0xffff }), (set, character) => {
        const escaped = set.map((range) => range.map((code) => `\\u{${code.toString(16)}}`).join("-")).join("");
        const found = new RegExp(`^[${escaped}]$`, "iu").test(String.fromCharCode(character));
        expect(hasCharacter(foldCase(set), character)).toBe(found);
      }),
      { numRuns: 500 },
    );
  });

  it.each([0x4b, 0x6b])("adds the Kelvin sign to a set with %i", (letter) => {
    expect(hasCharacter(foldCase([[letter, letter]]), 0x212a)).toBe(true);
  });
});

describe("toScalar", () => {
  it.each([
    [0x61, 0x61],
    [0xd7ff, 0xd7ff],
    [0xd800, 0xfffd],
    [0xdfff, 0xfffd],
    [0xe000, 0xe000],
    [0x10ffff, 0x10ffff],
  ])("makes of %i %i", (character, scalar) => {
    expect(toScalar(character)).toBe(scalar);
  });
});
