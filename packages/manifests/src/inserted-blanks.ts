/** A text with blanks added, which keeps its offsets in the text as it was. */
export interface PaddedText {
  readonly text: string;
  /** Where blanks were added: offsets in `text`, rising. */
  readonly insertions: readonly number[];
}

/** Blanks added at a time: more than most lines are indented, so that once is enough. */
export const INSERTED_BLANKS = 64;

/** Adds blanks at an offset. */
export const insertBlanks = ({ text, insertions }: PaddedText, offset: number): PaddedText => {
  const before = insertions.filter((insertion) => insertion <= offset);
  const after = insertions.slice(before.length).map((insertion) => insertion + INSERTED_BLANKS);
  return {
    text: text.slice(0, offset) + " ".repeat(INSERTED_BLANKS) + text.slice(offset),
    insertions: [...before, offset, ...after],
  };
};

/**
 * The offset in the text as it was that corresponds to an offset in the padded text.
 *
 * @param insertions - where blanks were added
 */
export const originalOffset = (insertions: readonly number[], offset: number): number => {
  let original = offset;
  for (const insertion of insertions) {
    if (insertion < offset) original -= Math.min(INSERTED_BLANKS, offset - insertion);
  }
  return original;
};
