import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
import { contentStart } from "./content-start.js";
import { findControlCharacter } from "./control-character.js";
import { insertBlanks, type PaddedText } from "./inserted-blanks.js";
import type { ReadProblemCode } from "./manifest-document.js";
import type { Remarks } from "./remarks.js";

/** The parser's reason where a line is less indented than YAML 1.2 asks, but not too little for Kubernetes. */
const UNDER_INDENTED = "deficient indentation";
/** Its reason where the value of a document has ended and something follows: go-yaml has stopped reading by then. */
const MORE_CONTENT = "end of the stream or a document separator is expected";
/** What ends a quoted scalar or a flow collection. */
const CLOSING = /["'\]}]/;
/** Each place so corrected costs a pass over the text; a document that needs more than this is given up. */
const MOST_READ = 8_000_000;
const END_MARKER = /^\.\.\.(?=\s|$)/m;
const MARKER = /^(?:---|\.\.\.)(?=\s|$)/gm;
/** A line break in YAML 1.1, and none in 1.2. */
const NEXT_LINE = "\u0085";

/** What the parser's reasons mean to us; everything else is plain bad syntax. */
const CODES: readonly (readonly [reason: RegExp, code: ReadProblemCode])[] = [
  [/^tab characters/, "tab-indentation"],
  [/^nesting exceeded/, "too-deep"],
  [/^null byte|non-printable|^expected valid JSON/, "binary"],
];

/**
 * The part of a text that Kubernetes reads of it: go-yaml's `Unmarshal` stops at the end of the first document, and
 * kubectl cuts only at bare separators, so that what follows `...`, or `---` with content, is never seen.
 */
export const firstDocument = (text: string): string => {
  if (!text.includes("\n---") && !text.includes("...")) return text;
  for (const { index } of text.matchAll(MARKER)) {
    const before = text.slice(0, index);
    if (contentStart(before) >= 0) return before;
  }
  return text;
};

/** A text that was parsed: the events refer to it, and not quite to the text that was given. */
export interface ParsedText extends PaddedText {
  readonly events: readonly Event[];
}

/**
 * Parses a text into events.
 *
 * @param original - the text
 * @param depth - deepest nesting accepted
 * @returns no events where the text is not YAML: the remarks say why
 */
export const parseYaml = (original: string, depth: number, remarks: Remarks): ParsedText => {
  const control = findControlCharacter(original);
  if (control >= 0) remarks.fail("binary", "control characters are not allowed", control);
  const end = original.includes("...") ? original.search(END_MARKER) : -1;
  if (end >= 0 && contentStart(original.slice(0, end)) < 0) {
    remarks.fail("syntax", "`...` ends a document that has not begun", end);
  }
  let current: PaddedText = { text: original.replaceAll(NEXT_LINE, "\n"), insertions: [] };
  for (let read = original.length; ; read += current.text.length) {
    const outcome = attempt(current.text, depth);
    if (outcome.events !== undefined) return { ...current, events: outcome.events };
    const relaxed = read < MOST_READ ? relax(current, outcome, depth, remarks) : undefined;
    if (relaxed === undefined) {
      // What is missing at the end is missing behind the last word, not in the empty line before the next document.
      const offset = Math.min(outcome.offset, current.text.trimEnd().length);
      remarks.fail(codeOf(outcome.reason), outcome.reason, offset);
      return { ...current, events: [] };
    }
    current = relaxed;
  }
};

/**
 * What can be done about an error that Kubernetes would not make of the text. libyaml does not ask that the lines of a
 * quoted scalar or of a flow collection be indented deeper than their parent, nor for a blank between either and a
 * comment; YAML does, and so does our parser. In such places blanks have no meaning.
 */
const relax = (
  current: PaddedText,
  { reason, offset }: Failure,
  depth: number,
  remarks: Remarks,
): PaddedText | undefined => {
  const { text } = current;
  if (reason === UNDER_INDENTED) return insertBlanks(current, lineStart(text, offset));
  if (text[offset] === "#" && CLOSING.test(text[offset - 1] ?? "")) return insertBlanks(current, offset);
  if (reason !== MORE_CONTENT || offset >= text.length || !isPastRoot(text, offset)) return undefined;
  const kept = text.slice(0, offset);
  if (attempt(kept, depth).events?.[1]?.type === EVENT_ID.SCALAR) return undefined;
  remarks.note(
    "error",
    "syntax",
    "kubernetes ignores the rest of the document, which is not part of its value",
    offset,
  );
  return { ...current, text: kept };
};

/**
 * Whether go-yaml has finished the document before it comes to an offset: after a flow collection, or where the lines
 * go back to the left of an indented block. Anywhere else it finds the same error as we.
 */
const isPastRoot = (text: string, offset: number): boolean => {
  const start = contentStart(text);
  return text[start] === "[" || text[start] === "{" || column(text, offset) < column(text, start);
};

const column = (text: string, offset: number): number => offset - lineStart(text, offset);

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;

const codeOf = (reason: string): ReadProblemCode => CODES.find(([pattern]) => pattern.test(reason))?.[1] ?? "syntax";

interface Failure {
  readonly events?: undefined;
  readonly reason: string;
  readonly offset: number;
}

type Outcome = Failure | { readonly events: readonly Event[] };

const attempt = (text: string, depth: number): Outcome => {
  try {
    return { events: parseEvents(text, { maxDepth: depth }) };
  } catch (error) {
    if (error instanceof YAMLException) return { reason: error.reason, offset: error.mark?.position ?? 0 };
    return { reason: "nesting exceeded what the parser can take", offset: 0 };
  }
};
