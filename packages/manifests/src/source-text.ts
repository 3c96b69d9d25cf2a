import type { SourceLine, SourceRange } from "./manifest-document.js";

const LINE_BREAK = /\r\n|\n|\r/g;

/** A place in a file, both counted from 1, the column in UTF-16 code units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The text of one document and where it lies in its file. The index of its lines is computed at the first question.
 */
export class SourceText {
  readonly text: string;
  /** Line of the file in which the text begins, from 1. */
  readonly firstLine: number;
  #starts: readonly number[] | undefined;

  constructor(text: string, firstLine: number) {
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Translates an offset in the text into a place in the file. */
  position(offset: number): SourcePosition {
    const starts = this.#lineStarts();
    const row = lastAtOrBefore(starts, offset);
    return { line: this.firstLine + row, column: offset - (starts[row] ?? 0) + 1 };
  }

  /** Translates a stretch of the text, the end exclusive, into a range of the file. */
  range(start: number, end: number, exact: boolean): SourceRange {
    const from = this.position(start);
    const to = this.position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, exact };
  }

  /** The lines of the file that a range touches, as far as they belong to this text. */
  excerpt(range: SourceRange): SourceLine[] {
    const starts = this.#lineStarts();
    const lines: SourceLine[] = [];
    const first = Math.max(range.line, this.firstLine);
    const last = Math.min(range.endLine, this.firstLine + starts.length - 1);
    for (let line = first; line <= last; line++) {
      const row = line - this.firstLine;
      const text = this.text.slice(starts[row], starts[row + 1] ?? this.text.length);
      lines.push({ line, text: text.replace(/[\r\n]+$/, "") });
    }
    return lines;
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (const match of text.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return starts;
};

const lastAtOrBefore = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Counts line breaks: LF, CRLF, and CR alone, as YAML has them. */
export const countLineBreaks = (text: string): number => {
  if (text.includes("\r")) return lineStarts(text).length - 1;
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
};
