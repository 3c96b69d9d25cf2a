import type { SourceLine } from "@ostiary/manifests";
import type { Position } from "./checked-object.js";
import { drawExcerpt } from "./excerpt.js";
import type { Paint, Style } from "./paint.js";
import { showControls } from "./visible-text.js";
import { wrapText } from "./wrap-text.js";

/** How text for people is laid out. */
export interface TextLayout {
  /** Columns of a line. Infinite when nothing shall be wrapped. */
  readonly width: number;
  readonly paint: Paint;
}

/** Names a place so that editors and terminals can open it: `file:line:column`. */
export const titlePlace = (file: string, place: { readonly line?: number; readonly column?: number }): string =>
  [showControls(file), place.line, place.column].filter((part) => part !== undefined).join(":");

/**
 * Draws the first line of a place.
 *
 * @param lines - the lines that the place touches; none when the source is not at hand
 */
export const drawPlace = (
  lines: readonly SourceLine[],
  place: Position,
  style: Style,
  layout: TextLayout,
): readonly string[] => {
  const [first] = lines;
  return first === undefined ? [] : drawExcerpt(first, place, { ...layout, style });
};

/** Wraps a text behind an indentation, and paints each line. */
export const indentText = (text: string, indentation: string, style: Style, layout: TextLayout): readonly string[] =>
  wrapText(text, layout.width - indentation.length).map((line) => `${indentation}${layout.paint(style, line)}`);

/** The first line of a block: what it is, its name, and the message. */
export interface Heading {
  /** What it is, in a word, which alone is painted. */
  readonly word: string;
  readonly style: Style;
  readonly name?: string | undefined;
  readonly message: string;
}

/** Renders a heading; continued lines are indented further. */
export const renderHeading = (
  { word, style, name, message }: Heading,
  indentation: string,
  layout: TextLayout,
): readonly string[] => {
  const text = `${word}${name === undefined ? "" : ` ${name}`}: ${message}`;
  const [first = "", ...rest] = wrapText(text, layout.width - 2 * indentation.length);
  const heading = `${indentation}${layout.paint(style, word)}${first.slice(word.length)}`;
  return [heading, ...rest.map((line) => `${indentation}${indentation}${line}`)];
};
