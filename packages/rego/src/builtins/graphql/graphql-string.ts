/** What stands behind a backslash, except Unicode. */
export const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** How many characters of a text are written with two units. */
export const countPairs = (text: string): number =>
  /[\uD800-\uDBFF]/.test(text) ? (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g) ?? []).length : 0;

/**
 * The text of a block string: without the indentation that all lines share, and without empty lines at both ends.
 *
 * Source: gqlparser, which looks at the first line too; GraphQL's specification does not.
 */
export function blockText(raw: string): string {
  const lines = raw.split("\n");
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const stripped = lines.map((line, index) =>
    index === 0 || common === Number.POSITIVE_INFINITY ? line : line.slice(common),
  );
  const first = stripped.findIndex((line) => !isBlank(line));
  const last = stripped.findLastIndex((line) => !isBlank(line));
  return first < 0 ? "" : stripped.slice(first, last + 1).join("\n");
}

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

const indentOf = (line: string): number => line.search(/[^ \t]/);
