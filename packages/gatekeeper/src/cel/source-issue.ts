/** What is wrong with an expression, and where. */
export interface SourceIssue {
  /** UTF-16 code units from the start. */
  readonly offset: number;
  readonly message: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly snippet: string;
}

const MAXIMUM_SNIPPET_LENGTH = 16_384;
const MAXIMUM_ISSUES = 100;

const locate = (text: string, offset: number): Place => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lineEnd = text.indexOf("\n", offset);
  return {
    line: before.split("\n").length,
    column: [...before.slice(lineStart)].length,
    snippet: text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd).replaceAll("\t", " "),
  };
};

/** Characters of more than one byte are marked by wide dots. */
const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x7f;

const marker = ({ column, snippet }: Place): string => {
  const characters = [...snippet];
  const dots = characters.slice(0, column).map((character) => (isWide(character) ? "\uff0e" : "."));
  return dots.join("") + (isWide(characters[column] ?? "") ? "\uff3e" : "^");
};

const formatIssue = (text: string, { offset, message }: SourceIssue): string => {
  const place = locate(text, offset);
  const heading = `ERROR: <input>:${place.line}:${place.column + 1}: ${message}`;
  if (place.snippet.length > MAXIMUM_SNIPPET_LENGTH) return heading;
  return `${heading}\n | ${place.snippet}\n | ${marker(place)}`;
};

/**
 * Writes issues as cel-go prints them: in order of their place, each with its line and a mark below it.
 *
 * @source google/cel-go, common/error.go and common/errors.go
 */
export const formatIssues = (text: string, issues: readonly SourceIssue[]): string => {
  const shown = issues.slice(0, MAXIMUM_ISSUES).toSorted((one, other) => one.offset - other.offset);
  const lines = shown.map((issue) => formatIssue(text, issue));
  if (issues.length > MAXIMUM_ISSUES) lines.push(`${issues.length - MAXIMUM_ISSUES} more errors were truncated`);
  return lines.join("\n");
};
