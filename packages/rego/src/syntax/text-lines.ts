import { certain } from "../value/certain.js";

/** One line of printed text. */
export interface TextLine {
  readonly text: string;
  /** How much further in than the first line it stands. */
  readonly indent: number;
  /** The row of the source where what it ends with stands; 0 where that is not known. */
  readonly row: number;
  /** Comments before it belong to what it closes. */
  readonly isClosing?: true;
}

/** Printed text; there is always a first line. */
export type TextLines = readonly [TextLine, ...TextLine[]];

/** A single line. */
export const textLine = (text: string, row = 0): TextLines => [{ text, indent: 0, row }];

/** Puts texts behind each other: the first line of each goes on with the last line before it. */
export const joinLines = (first: TextLines, ...others: readonly TextLines[]): TextLines => joinAll([first, ...others]);

/** The same for any number of texts. */
export function joinAll([first = textLine(""), ...others]: readonly TextLines[]): TextLines {
  const [start, ...more] = first;
  const joined: [TextLine, ...TextLine[]] = [start, ...more];
  for (const [head, ...rest] of others) {
    const last = certain(joined.at(-1), "line");
    joined[joined.length - 1] = { ...last, text: last.text + head.text, row: Math.max(last.row, head.row) };
    for (const next of rest) joined.push({ ...next, indent: next.indent + last.indent });
  }
  return joined;
}

/** Puts texts below each other, each further in by `indent`. */
export const stackLines = (parts: readonly TextLines[], indent: number): readonly TextLine[] =>
  parts.flatMap((lines) => lines.map((line) => ({ ...line, indent: line.indent + indent })));
