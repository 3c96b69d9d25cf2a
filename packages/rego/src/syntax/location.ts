/** A place in a source text. */
export interface Location {
  readonly file: string;
  /** Line, from 1; 0 when the error belongs to no line. */
  readonly row: number;
  /** Column in characters (code points), from 1; 0 just after the last line break. */
  readonly column: number;
  /** Offset in UTF-16 units. */
  readonly offset: number;
  /** Offset after the last character, where known. */
  readonly end: number;
}

/** The place of what has no place, e.g. an error about a whole file. */
export const nowhere = (file: string): Location => ({ file, row: 0, column: 0, offset: 0, end: 0 });
