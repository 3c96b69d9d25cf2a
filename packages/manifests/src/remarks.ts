import type { ReadProblemCode } from "./manifest-document.js";

/** A problem at an offset of a document's text, before the offset is translated into line and column. */
export interface Remark {
  readonly severity: "error" | "warning";
  readonly code: ReadProblemCode;
  readonly message: string;
  /** Offset in the document's text, in UTF-16 code units. */
  readonly offset: number;
}

/** More than this is no help to anybody, and could make the answer larger than the document. */
const MOST_REMARKS = 100;

/** Collects what there is to say about one document. */
export class Remarks {
  readonly #notes: Remark[] = [];
  #failure: Remark | undefined;

  /** The first error that makes the document unreadable. */
  get failure(): Remark | undefined {
    return this.#failure;
  }

  /** Everything else, in the order of the text. */
  get notes(): readonly Remark[] {
    return this.#notes.toSorted((left, right) => left.offset - right.offset);
  }

  /** Notes what makes the document unreadable. Only the first such error counts: those after it may follow from it. */
  fail(code: ReadProblemCode, message: string, offset: number): void {
    this.#failure ??= { severity: "error", code, message, offset };
  }

  /** Notes something that does not keep the document from being read. */
  note(severity: "error" | "warning", code: ReadProblemCode, message: string, offset: number): void {
    if (this.#notes.length < MOST_REMARKS) this.#notes.push({ severity, code, message, offset });
  }
}
