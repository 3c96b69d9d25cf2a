import { graphemeWidth } from "./grapheme-width.js";
import { showControls } from "./visible-text.js";

/** What a terminal shows of one character as a reader sees it: a letter with its accents, a whole emoji. */
export interface Cell {
  /** Safe to print. */
  readonly text: string;
  /** Columns that it takes in a terminal. */
  readonly width: number;
  /** Where it begins and ends in the source, in UTF-16 code units, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

const TAB_STOP = 4;
const PLAIN = /^[\x20-\x7e]*$/;

/** How many columns a text takes in a terminal. */
export const displayWidth = (text: string): number =>
  PLAIN.test(text) ? text.length : graphemesOf(text).reduce((sum, { segment }) => sum + graphemeWidth(segment), 0);

/**
 * Splits a line into what a terminal shows of it, with tabs expanded to the next multiple of four columns.
 *
 * @param offset - where the text begins in its line, in UTF-16 code units
 */
export const splitCells = (text: string, offset: number): readonly Cell[] => {
  if (PLAIN.test(text)) return splitPlain(text, offset);
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemesOf(text)) {
    const shown = segment === "\t" ? " ".repeat(TAB_STOP - (column % TAB_STOP)) : showControls(segment);
    const start = offset + index;
    const width = displayWidth(shown);
    cells.push({ text: shown, width, start, end: start + segment.length });
    column += width;
  }
  return cells;
};

/** Most lines are plain, and need no segmenter, which takes milliseconds to make. */
const splitPlain = (text: string, offset: number): readonly Cell[] =>
  Array.from(text, (character, index) => ({
    text: character,
    width: 1,
    start: offset + index,
    end: offset + index + 1,
  }));

const graphemesOf = (text: string): readonly Intl.SegmentData[] => [
  ...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text),
];
