import { countLineBreaks } from "./source-text.js";

/** The text between two document separators of a stream. */
export interface DocumentChunk {
  /** The text, without separators; only the beginning of one that is too long. */
  readonly text: string;
  /** Line of the stream in which the text begins, from 1. */
  readonly firstLine: number;
  /** Whether the text was longer than the limit, and is cut off. */
  readonly tooLong: boolean;
}

const BYTE_ORDER_MARK = "\uFEFF";
const SEPARATOR = /^---(?:\s*$|\s*#)/;

/**
 * Cuts a stream that comes in pieces into documents as kubectl does (apimachinery's `YAMLReader`): at lines of three
 * hyphens followed by nothing, blanks or a comment. Holds no more than one document, and no more of it than the limit;
 * looks at every character once, however small the pieces are.
 */
export class DocumentSplitter {
  readonly #limit: number;
  /** Whole lines of the current document. */
  #lines: string[] = [];
  #length = 0;
  /** Pieces of a line whose end has not come yet. */
  #unfinished: string[] = [];
  #unfinishedLength = 0;
  #firstLine = 1;
  #nextLine = 1;
  #begun = false;

  /** @param limit - longest document, in UTF-16 code units */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the next piece of the stream and returns the documents that it completes. */
  push(piece: string): DocumentChunk[] {
    const text = this.#withoutByteOrderMark(piece);
    const end = text.lastIndexOf("\n") + 1;
    const chunks = end > 0 ? this.#split(this.#takeUnfinished() + text.slice(0, end)) : [];
    this.#keepUnfinished(text.slice(end));
    return chunks;
  }

  /** Ends the stream and returns what is left of it. */
  end(): DocumentChunk[] {
    const chunks = this.#split(this.#takeUnfinished());
    if (this.#length > 0) chunks.push(this.#takeDocument());
    return chunks;
  }

  #split(lines: string): DocumentChunk[] {
    const chunks: DocumentChunk[] = [];
    let start = 0;
    let candidate = lines.startsWith("---") ? 0 : nextCandidate(lines, 0);
    while (candidate >= 0) {
      const end = lineEnd(lines, candidate);
      if (SEPARATOR.test(lines.slice(candidate, end))) {
        this.#keepLines(lines.slice(start, candidate));
        if (this.#length > 0) chunks.push(this.#takeDocument());
        this.#nextLine += 1;
        this.#firstLine = this.#nextLine;
        start = end;
      }
      candidate = nextCandidate(lines, end - 1);
    }
    this.#keepLines(lines.slice(start));
    return chunks;
  }

  #keepLines(lines: string): void {
    if (lines === "") return;
    const room = this.#limit - this.#length;
    if (room > 0) this.#lines.push(lines.length > room ? lines.slice(0, room) : lines);
    this.#length += lines.length;
    this.#nextLine += countLineBreaks(lines);
  }

  #takeDocument(): DocumentChunk {
    const chunk = { text: this.#lines.join(""), firstLine: this.#firstLine, tooLong: this.#length > this.#limit };
    this.#lines = [];
    this.#length = 0;
    return chunk;
  }

  #keepUnfinished(text: string): void {
    if (text === "") return;
    if (this.#unfinishedLength <= this.#limit) this.#unfinished.push(text);
    this.#unfinishedLength += text.length;
  }

  #takeUnfinished(): string {
    const text = this.#unfinished.join("");
    this.#unfinished = [];
    this.#unfinishedLength = 0;
    return text;
  }

  #withoutByteOrderMark(piece: string): string {
    if (this.#begun || piece === "") return piece;
    this.#begun = true;
    return piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece;
  }
}

const nextCandidate = (text: string, from: number): number => {
  const found = text.indexOf("\n---", from);
  return found < 0 ? -1 : found + 1;
};

const lineEnd = (text: string, from: number): number => {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found + 1;
};
