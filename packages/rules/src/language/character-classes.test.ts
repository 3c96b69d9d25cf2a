import { expect, it } from "vitest";
import { DIGITS, NAMED_CLASSES, SPACES, WORD } from "./character-classes.js";
import { hasCharacter } from "./character-set.js";

const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
const members = (set: Parameters<typeof hasCharacter>[0]): string =>
  ASCII.filter((character) => hasCharacter(set, character.charCodeAt(0))).join("");

it.each([
  ["alnum", /[0-9A-Za-z]/],
  ["alpha", /[A-Za-z]/],
  ["ascii", /./s],
  ["blank", /[\t ]/],
  ["cntrl", /[^ -~]/],
  ["digit", /[0-9]/],
  ["graph", /[!-~]/],
  ["lower", /[a-z]/],
  ["print", /[ -~]/],
  ["punct", /[!-/:-@[-`{-~]/],
  ["space", /[\t-\r ]/],
  ["upper", /[A-Z]/],
  ["word", /\w/],
  ["xdigit", /[0-9A-Fa-f]/],
])("[[:%s:]] has the characters of ASCII that RE2 gives it", (name, expected) => {
  expect(members(NAMED_CLASSES.get(name) ?? [])).toBe(ASCII.filter((character) => expected.test(character)).join(""));
});

it("knows no other class by name", () => {
  expect(NAMED_CLASSES.size).toBe(14);
});

it("takes RE2's view of digits, blanks and words", () => {
  expect([DIGITS, SPACES, WORD].map(members)).toEqual([
    "0123456789",
    "\t\n\f\r ",
    ASCII.filter((character) => /\w/.test(character)).join(""),
  ]);
});
