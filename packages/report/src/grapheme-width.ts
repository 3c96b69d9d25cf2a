import { eastAsianWidth } from "get-east-asian-width";

/** Takes no column of its own: accents, joiners, selectors of variants. */
const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** A mark that stands beside its letter, as vowels do in the scripts of India. */
const SPACING_MARK = /\p{Mc}/u;
/** Several symbols that are shown as one picture: joined ones, flags, and what a selector turns into an emoji. */
const PICTURE = /\p{Extended_Pictographic}.*\u200D|^\p{Regional_Indicator}{2}$|\uFE0F/su;

/**
 * How many columns a terminal takes for one character as a reader sees it.
 *
 * @param grapheme - a grapheme cluster, without control characters
 * @source Unicode Standard Annex 11 for the width of the base; terminals agree less on all the rest
 */
export const graphemeWidth = (grapheme: string): number => {
  if (PICTURE.test(grapheme)) return 2;
  const [base, ...marks] = Array.from(grapheme).filter((character) => !INVISIBLE.test(character));
  if (base === undefined) return 0;
  return eastAsianWidth(base.codePointAt(0) ?? 0) + marks.filter((mark) => SPACING_MARK.test(mark)).length;
};
