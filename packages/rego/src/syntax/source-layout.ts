import { certain } from "../value/certain.js";
import { toText } from "../value/text.js";
import type { Scalar } from "./ast.js";
import type { Location } from "./location.js";
import type { Layout } from "./term-printer.js";

/** The layout that a source has: lines are broken where it breaks them, raw strings stay raw, and
 * template strings as they are. */
export function sourceLayout(source: string): Layout {
  const starts = lineStarts(source);
  return {
    breaks: (previous, next) => next.row > previous.row,
    endRow: ({ row, offset, end }) => (end > offset ? rowOf(starts, end - 1) : row),
    template: ({ location }) => (source.charAt(location.offset) === "$" ? textAt(location, source) : undefined),
    dotsKeyword: ({ offset }) => source.charAt(offset) !== '"',
    spell: (scalar) => rawString(scalar, source) ?? toText(scalar.value),
  };
}

/** The text of a raw string, if the scalar is one that was written at its place. */
function rawString({ value, location }: Scalar, source: string): string | undefined {
  if (typeof value !== "string" || source.charAt(location.offset) !== "`") return undefined;
  const text = textAt(location, source);
  return text === `\`${value}\`` ? text : undefined;
}

const textAt = ({ offset, end }: Location, source: string): string => source.slice(offset, end);

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let end = source.indexOf("\n"); end >= 0; end = source.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** The row of an offset, from 1: the last line that does not start behind it. */
function rowOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (certain(starts[middle], "line") <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
