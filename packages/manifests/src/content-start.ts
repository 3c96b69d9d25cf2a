/** The first character of a line that is no comment and no directive. */
const CONTENT = /^[ \t]*[^#%\s]/m;

/**
 * Where the content of a text begins, after blank lines, comments and directives.
 *
 * @returns the offset, or -1 where there is none
 */
export const contentStart = (text: string): number => {
  const match = CONTENT.exec(text);
  return match === null ? -1 : match.index + match[0].length - 1;
};
