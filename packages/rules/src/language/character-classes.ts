import type { CharacterSet } from "./character-set.js";

/** What `\d` stands for. */
export const DIGITS: CharacterSet = [[0x30, 0x39]];
/** What `\s` stands for: no vertical tab. */
export const SPACES: CharacterSet = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];
/** What `\w` stands for. */
export const WORD: CharacterSet = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const UPPER: CharacterSet = [[0x41, 0x5a]];
const LOWER: CharacterSet = [[0x61, 0x7a]];
const LETTERS: CharacterSet = [...UPPER, ...LOWER];

/** The classes of ASCII characters that have names between brackets and colons. */
export const NAMED_CLASSES: ReadonlyMap<string, CharacterSet> = new Map([
  ["alnum", [...DIGITS, ...LETTERS]],
  ["alpha", LETTERS],
  ["ascii", [[0x00, 0x7f]]],
  [
    "blank",
    [
      [0x09, 0x09],
      [0x20, 0x20],
    ],
  ],
  [
    "cntrl",
    [
      [0x00, 0x1f],
      [0x7f, 0x7f],
    ],
  ],
  ["digit", DIGITS],
  ["graph", [[0x21, 0x7e]]],
  ["lower", LOWER],
  ["print", [[0x20, 0x7e]]],
  [
    "punct",
    [
      [0x21, 0x2f],
      [0x3a, 0x40],
      [0x5b, 0x60],
      [0x7b, 0x7e],
    ],
  ],
  [
    "space",
    [
      [0x09, 0x0d],
      [0x20, 0x20],
    ],
  ],
  ["upper", UPPER],
  ["word", WORD],
  ["xdigit", [...DIGITS, [0x41, 0x46], [0x61, 0x66]]],
]);
