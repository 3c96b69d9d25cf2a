/** The first and last code point of a range of characters. */
export type CharacterRange = readonly [first: number, last: number];

/** A set of characters, as ranges of code points in any order, which may overlap. */
export type CharacterSet = readonly CharacterRange[];

const LAST_CODE_POINT = 0x10ffff;

/** ASCII's capital letters, and how far the small ones lie behind them. */
const CAPITALS: CharacterRange = [0x41, 0x5a];
const SMALL_LETTERS: CharacterRange = [0x61, 0x7a];
const DISTANCE = SMALL_LETTERS[0] - CAPITALS[0];

/** The letters beyond ASCII that differ from an ASCII letter only in case: the Kelvin sign and the long s. */
const SAME_BUT_FOR_CASE: readonly (readonly [letter: number, other: number])[] = [
  [0x6b, 0x212a],
  [0x73, 0x17f],
];

/** Whether a set has a character. */
export const hasCharacter = (set: CharacterSet, codePoint: number): boolean =>
  set.some(([first, last]) => codePoint >= first && codePoint <= last);

/** All characters that a set does not have. */
export const negate = (set: CharacterSet): CharacterSet => {
  const negated: CharacterRange[] = [];
  let start = 0;
  for (const [first, last] of [...set].sort(([left], [right]) => left - right)) {
    if (first > start) negated.push([start, first - 1]);
    start = Math.max(start, last + 1);
  }
  return start > LAST_CODE_POINT ? negated : [...negated, [start, LAST_CODE_POINT]];
};

/**
 * A set with all characters that differ from one of its own only in case.
 *
 * @param set - a set of ASCII characters
 */
export const foldCase = (set: CharacterSet): CharacterSet => {
  const small = set.flatMap((range) => shift(overlap(range, CAPITALS), DISTANCE));
  const capital = set.flatMap((range) => shift(overlap(range, SMALL_LETTERS), -DISTANCE));
  const folded = [...set, ...small, ...capital];
  const others = SAME_BUT_FOR_CASE.filter(([letter]) => hasCharacter(folded, letter));
  return [...folded, ...others.map(([, other]): CharacterRange => [other, other])];
};

const overlap = (left: CharacterRange, right: CharacterRange): CharacterRange => [
  Math.max(left[0], right[0]),
  Math.min(left[1], right[1]),
];

const shift = ([first, last]: CharacterRange, distance: number): CharacterSet =>
  first > last ? [] : [[first + distance, last + distance]];

/** A code point as Go sees it: its decoder replaces a lone surrogate. */
export const toScalar = (codePoint: number): number =>
  codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
