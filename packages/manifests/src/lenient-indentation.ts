/** A text with blanks added at the beginning of lines, which keeps its offsets in the text as it was. */
export interface IndentedText {
  readonly text: string;
  /** Where blanks were added: offsets in `text`, rising. */
  readonly insertions: readonly number[];
}

/** Blanks added at a time: more than most lines are indented, so that once is enough. */
export const ADDED_INDENTATION = 64;

/**
 * Indents the line of an offset. go-yaml (libyaml) does not ask that the lines of a quoted scalar or of a flow
 * collection be indented deeper than their parent; YAML does, and so does our parser. In such places blanks at the
 * beginning of a line have no meaning.
 */
export const indentLineOf = ({ text, insertions }: IndentedText, offset: number): IndentedText => {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = insertions.filter((insertion) => insertion <= start);
  const after = insertions.slice(before.length).map((insertion) => insertion + ADDED_INDENTATION);
  return {
    text: text.slice(0, start) + " ".repeat(ADDED_INDENTATION) + text.slice(start),
    insertions: [...before, start, ...after],
  };
};

/**
 * The offset in the text as it was that corresponds to an offset in the indented text.
 *
 * @param insertions - where blanks were added
 */
export const originalOffset = (insertions: readonly number[], offset: number): number => {
  let original = offset;
  for (const insertion of insertions) {
    if (insertion < offset) original -= Math.min(ADDED_INDENTATION, offset - insertion);
  }
  return original;
};
