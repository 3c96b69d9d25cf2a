/** Blanks on either side of a cell. */
const PADDING = 1;

/** A table of text with lines around its cells; the headings stand in the middle of their columns. */
export const textTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = headings.map((heading, column) =>
    rows.reduce((widest, row) => Math.max(widest, [...(row[column] ?? "")].length), [...heading].length),
  );
  const rule = `+${widths.map((width) => "-".repeat(width + 2 * PADDING)).join("+")}+`;
  const line = (cells: readonly string[], place: (cell: string, width: number) => string): string =>
    `|${widths.map((width, column) => ` ${place(cells[column] ?? "", width)} `).join("|")}|`;
  return [rule, line(headings, centred), rule, ...rows.map((row) => line(row, leftAligned)), rule, ""].join("\n");
};

const blanks = (count: number): string => " ".repeat(count);

const leftAligned = (cell: string, width: number): string => cell + blanks(width - [...cell].length);

const centred = (cell: string, width: number): string => {
  const free = width - [...cell].length;
  return blanks(Math.floor(free / 2)) + cell + blanks(Math.ceil(free / 2));
};
