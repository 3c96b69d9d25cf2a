import { type Event, parseEvents, YAMLException } from "js-yaml";
import { type IndentedText, indentLineOf } from "./lenient-indentation.js";
import type { ReadProblemCode } from "./manifest-document.js";
import type { Remarks } from "./remarks.js";

/** The parser's reason where a line is less indented than YAML 1.2 asks, but not too little for Kubernetes. */
const UNDER_INDENTED = "deficient indentation";
/** Each line so corrected costs a pass over the text; a document that needs more than this is given up. */
const MOST_READ = 8_000_000;
const MARKER = /^(---|\.\.\.)(?=\s|$)/gm;
const CONTENT = /^[ \t]*[^#%\s]/m;

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
  for (const { 0: marker, index } of text.matchAll(MARKER)) {
    if (marker === "..." || CONTENT.test(text.slice(0, index))) return text.slice(0, index);
  }
  return text;
};

/** A text that was parsed: the events refer to it, and not quite to the text that was given. */
export interface ParsedText extends IndentedText {
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
  let indented: IndentedText = { text: original, insertions: [] };
  for (let read = original.length; ; read += indented.text.length) {
    const outcome = attempt(indented.text, depth);
    if (outcome.events !== undefined) return { ...indented, events: outcome.events };
    if (outcome.reason === UNDER_INDENTED && read < MOST_READ) indented = indentLineOf(indented, outcome.offset);
    else {
      const code = CODES.find(([pattern]) => pattern.test(outcome.reason))?.[1] ?? "syntax";
      remarks.fail(code, outcome.reason, outcome.offset);
      return { ...indented, events: [] };
    }
  }
};

type Outcome =
  | { readonly events: readonly Event[] }
  | { readonly events?: undefined; readonly reason: string; readonly offset: number };

const attempt = (text: string, depth: number): Outcome => {
  try {
    return { events: parseEvents(text, { maxDepth: depth }) };
  } catch (error) {
    if (error instanceof YAMLException) return { reason: error.reason, offset: error.mark?.position ?? 0 };
    return { reason: "nesting exceeded what the parser can take", offset: 0 };
  }
};
