import { displayWidth } from "./display-cells.js";
import { clip, showControls } from "./visible-text.js";

/** Narrower than this, text is not wrapped but sticks out. */
const SMALLEST_WIDTH = 20;

/**
 * Breaks a text into lines at its blanks and line breaks, and makes its control characters visible. Words are never broken:
 * an address or a path can be copied.
 *
 * @param width - columns of a line
 */
export const wrapText = (text: string, width: number): readonly string[] =>
  clip(text)
    .split(/\r\n|\n/)
    .flatMap((line) => wrapLine(showControls(line), Math.max(SMALLEST_WIDTH, width)));

const wrapLine = (line: string, width: number): readonly string[] => {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current === "" || displayWidth(longer) <= width) {
      current = longer;
      continue;
    }
    lines.push(current);
    current = word;
  }
  return [...lines, current];
};
