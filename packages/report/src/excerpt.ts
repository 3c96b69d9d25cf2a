import type { SourceLine } from "@ostiary/manifests";
import type { Position } from "./checked-object.js";
import { type Cell, splitCells } from "./display-cells.js";
import type { Paint, Style } from "./paint.js";

/** How an excerpt is drawn. */
export interface ExcerptOptions {
  /** Columns of the whole, gutter included. */
  readonly width: number;
  readonly paint: Paint;
  /** What the carets are. */
  readonly style: Style;
}

/** Narrower than this, an excerpt shows nothing of use; it rather sticks out. */
const SMALLEST_ROOM = 20;
/** What is shown of a line even if there is room for more. */
const LARGEST_ROOM = 200;
/** Characters that are looked at around the place, for each column of room: some take no column at all. */
const REACH = 4;
/** How much of the room is left before the place when a line does not fit. */
const BEFORE = 1 / 3;
const ELLIPSIS = "…";

/**
 * Draws a line of source with carets under the place that is meant, however wide its characters are. A line that does not fit
 * is shown around the place. Of a place that goes on in later lines the first line is marked up to its end.
 *
 * @param line - the line in which the place begins
 * @param place - the place, in the same file
 * @returns two lines: the source and the carets
 */
export const drawExcerpt = (
  { line, text }: SourceLine,
  place: Position,
  { width, paint, style }: ExcerptOptions,
): readonly string[] => {
  const gutter = String(line).padStart(5);
  const room = Math.min(LARGEST_ROOM, Math.max(SMALLEST_ROOM, width - gutter.length - 3));
  const start = Math.min(place.column - 1, text.length);
  const end = place.endLine === line ? place.endColumn - 1 : text.length;
  const shown = frame(text, start, Math.max(end, start + 1), room);
  return [
    `${paint("gutter", `${gutter} |`)} ${shown.source}`.trimEnd(),
    `${paint("gutter", `${" ".repeat(gutter.length)} |`)} ${" ".repeat(shown.before)}${paint(style, "^".repeat(shown.marked))}`,
  ];
};

/** The part of a line that is shown, and where the carets go. */
interface Frame {
  readonly source: string;
  /** Columns before the carets. */
  readonly before: number;
  /** Columns that the carets take. */
  readonly marked: number;
}

const frame = (text: string, start: number, end: number, room: number): Frame => {
  const from = characterStart(text, Math.max(0, start - room * REACH));
  const to = characterStart(text, Math.min(text.length, start + room * REACH));
  const cells = splitCells(text.slice(from, to), from);
  const fits = from === 0 && to === text.length && widthOf(cells) <= room;
  const first = fits ? 0 : firstShown(cells, start, room);
  const cutBefore = from > 0 || first > 0;
  const rest = cells.slice(first);
  const shown = fits ? rest : takeWidth(rest, room - 2);
  const cutAfter = shown.length < rest.length || to < text.length;
  const before = widthOf(shown.filter((cell) => cell.end <= start));
  const marked = widthOf(shown.filter((cell) => cell.end > start && cell.start < end));
  return {
    source: `${cutBefore ? ELLIPSIS : ""}${shown.map((cell) => cell.text).join("")}${cutAfter ? ELLIPSIS : ""}`,
    before: before + (cutBefore ? ELLIPSIS.length : 0),
    marked: Math.max(1, marked),
  };
};

/** Never between the halves of a surrogate pair. */
const characterStart = (text: string, index: number): number => {
  const code = text.charCodeAt(index);
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  return isSecondHalf && index > 0 ? index - 1 : index;
};

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);

/** The first cell to show so that the place has something before it, and the room is used. */
const firstShown = (cells: readonly Cell[], start: number, room: number): number => {
  let before = Math.floor(room * BEFORE);
  const place = cells.findIndex(({ end }) => end > start);
  let first = place < 0 ? cells.length : place;
  while (first > 0) {
    before -= cells[first - 1]?.width ?? 0;
    if (before < 0) break;
    first--;
  }
  return first;
};

const takeWidth = (cells: readonly Cell[], room: number): readonly Cell[] => {
  let left = room;
  const beyond = cells.findIndex(({ width }) => {
    left -= width;
    return left < 0;
  });
  return beyond < 0 ? cells : cells.slice(0, beyond);
};
