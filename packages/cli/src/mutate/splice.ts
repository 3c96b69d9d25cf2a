/** A stretch of a text that another text takes the place of, in UTF-16 code units, the end exclusive. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices, which must not overlap. Those that insert at one place do so in their order. */
export const applySplices = (text: string, splices: readonly Splice[]): string => {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: inserted } of splices.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(position, start), inserted);
    position = Math.max(position, end);
  }
  return [...pieces, text.slice(position)].join("");
};

/** Where the line begins that an offset lies in. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line after the one that an offset lies in begins, or the text ends. */
export const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
};
