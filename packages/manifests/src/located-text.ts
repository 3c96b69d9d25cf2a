import { compose } from "./compose.js";
import { contentStart } from "./content-start.js";
import { EventTree } from "./event-tree.js";
import { originalOffset } from "./inserted-blanks.js";
import { type Location, locate, locateKey } from "./locate.js";
import type { FieldPath, ReadProblem, SourceLine, SourceRange } from "./manifest-document.js";
import { type ParsedText, parseYaml } from "./parse-yaml.js";
import { type Remark, Remarks } from "./remarks.js";
import type { Dialect } from "./scalar.js";
import type { SourceText } from "./source-text.js";
import { findTabIndentation } from "./tab-indentation.js";
import { explainTemplate } from "./template-placeholder.js";

/** Helm's note in the comments before a document's content. */
const HELM_SOURCE = /^# Source: (.*\S)/m;

/** The events of the text that was read or asked about last. Those of others are given up, and made again if asked for. */
export interface LatestEvents {
  owner: LocatedText | undefined;
  parsed: ParsedText;
  tree: EventTree | undefined;
}

/** Creates the place for the events of one stream's latest text. */
export const latestEvents = (): LatestEvents => ({
  owner: undefined,
  parsed: { text: "", insertions: [], events: [] },
  tree: undefined,
});

/** A part of a stream that holds one document, in which paths can be found. */
export class LocatedText {
  readonly text: string;
  readonly #source: SourceText;
  readonly #offset: number;
  readonly #depth: number;
  readonly #latest: LatestEvents;
  /** Where the parser was given more blanks than the text has. */
  #insertions: readonly number[] = [];

  /**
   * @param source - the text between two separators
   * @param part - the part of it that holds the document
   * @param depth - deepest nesting accepted
   * @param latest - what the texts of a stream have in common
   */
  constructor(
    source: SourceText,
    part: { readonly text: string; readonly offset: number },
    depth: number,
    latest: LatestEvents,
  ) {
    this.#source = source;
    this.text = part.text;
    this.#offset = part.offset;
    this.#depth = depth;
    this.#latest = latest;
  }

  /** Where the text's first content is, as an empty range: there is no telling more of a text that cannot be read. */
  beginning(): SourceRange {
    const start = this.#offset + Math.max(0, contentStart(this.text));
    return this.#source.range(start, start, false);
  }

  /** The chart's template that the text was rendered from. */
  get helmSource(): string | undefined {
    if (!/^[#\s]/.test(this.text)) return undefined;
    const comments = this.text.slice(0, Math.max(0, contentStart(this.text)));
    return HELM_SOURCE.exec(comments)?.[1];
  }

  /** Reads the text as YAML. */
  read(remarks: Remarks, dialect: Dialect): unknown {
    const parsed = this.#parse(remarks);
    const tab = dialect !== "json" ? findTabIndentation(parsed) : -1;
    if (tab >= 0) remarks.fail("tab-indentation", "tabs are not allowed as indentation", tab);
    return compose(parsed.text, parsed.events, remarks, dialect);
  }

  /** Where the value at a path is written. */
  position(path: FieldPath): SourceRange {
    return this.#range(locate(this.#tree(), path));
  }

  /** Where the key of the value at a path is written. */
  keyPosition(path: FieldPath): SourceRange {
    return this.#range(locateKey(this.#tree(), path));
  }

  /** The lines that a range touches. */
  excerpt(range: SourceRange): SourceLine[] {
    return this.#source.excerpt(range);
  }

  /** A remark on the text, with its place in the file. */
  problem({ severity, code, message, offset }: Remark): ReadProblem {
    return { severity, code, message, ...this.#source.position(this.#original(offset)) };
  }

  /** A remark on why the text cannot be read, with its place in the file. */
  failure(remark: Remark): ReadProblem {
    return this.problem(explainTemplate(this.#latest.owner === this ? this.#latest.parsed.text : this.text, remark));
  }

  #range({ start, end, exact }: Location): SourceRange {
    return this.#source.range(this.#original(start), this.#original(end), exact);
  }

  #original(offset: number): number {
    return this.#offset + originalOffset(this.#insertions, offset);
  }

  #parse(remarks: Remarks): ParsedText {
    const parsed = parseYaml(this.text, this.#depth, remarks);
    this.#latest.owner = this;
    this.#latest.parsed = parsed;
    this.#insertions = parsed.insertions;
    this.#latest.tree = undefined;
    return parsed;
  }

  #tree(): EventTree {
    if (this.#latest.owner !== this) this.#parse(new Remarks());
    const { text, events } = this.#latest.parsed;
    this.#latest.tree ??= new EventTree(text, events);
    return this.#latest.tree;
  }
}
