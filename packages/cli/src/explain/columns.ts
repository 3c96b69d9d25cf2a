/** Something with a name, and lines of text. */
interface Entry {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Sets names and texts in two columns. */
export const setInColumns = (entries: readonly Entry[]): readonly string[] => {
  const width = Math.max(0, ...entries.map(({ name }) => name.length));
  return entries.flatMap(({ name, lines }) =>
    lines.map((line, index) => `  ${(index === 0 ? name : "").padEnd(width)}  ${line}`),
  );
};

/** Sets every line in by two columns, but for empty ones. */
export const indent = (text: string): string => text.replace(/^(?=.)/gm, "  ");
