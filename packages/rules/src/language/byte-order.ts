/**
 * Compares two texts by their UTF-8 bytes, as Go does: by code points, where JavaScript's own order goes by UTF-16 units
 * and puts an emoji before `～`.
 */
export const compareBytes = (left: string, right: string): number => {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(left.charCodeAt(index)) - rank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** Moves surrogates, which stand for code points beyond U+FFFF, behind all other units. */
const rank = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit > 0xdfff ? unit - 0x800 : unit + 0x2000;
};

/** The distinct texts in byte order. */
export const sortedSet = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)].sort(compareBytes);
