import { certain } from "../value/certain.js";
import type { Term, Variable } from "./ast.js";
import { type Diagnostic, diagnose, excerptOf } from "./diagnostic.js";
import type { Location } from "./location.js";
import type { ParserOptions } from "./parser-options.js";
import { Scanner } from "./scanner.js";
import { TermMemory } from "./term-memory.js";
import { futureKeywords, isKeyword, keywords, type Token, type TokenKind } from "./token.js";

/** Everything that a failed attempt takes back. */
export interface Checkpoint {
  readonly index: number;
  readonly kind: TokenKind;
  readonly errors: readonly Diagnostic[];
  readonly hints: readonly string[];
  readonly wildcards: number;
}

/** Reads terms that contain other terms or whole queries, from their first token. */
export interface CompoundTerms {
  readonly array: (parser: ParserState) => Term | undefined;
  readonly setOrObject: (parser: ParserState) => Term | undefined;
  readonly template: (parser: ParserState, style: "raw" | "escaped") => Term | undefined;
}

/**
 * The parser's place in the token stream, with backtracking: OPA tries a rule before a query, a comprehension before
 * a collection, and so on, and what the attempts leave in `errors` is what its users see.
 */
export class ParserState {
  /** Kind of the current token; a keyword may be turned into an identifier by the parser. */
  kind: TokenKind = "eof";
  errors: readonly Diagnostic[] = [];
  private hints: readonly string[] = [];
  private wildcards = 0;
  private index = -1;
  private depth = 0;
  private readonly tokens: Token[] = [];
  private readonly scanner: Scanner;
  /** Parsed terms by place. */
  private terms = new TermMemory();
  activeKeywords: ReadonlySet<string>;

  constructor(
    readonly source: string,
    readonly options: ParserOptions,
    readonly compound: CompoundTerms,
  ) {
    this.scanner = new Scanner(source);
    this.activeKeywords = new Set(options.version === "v1" ? [...keywords, ...futureKeywords] : keywords);
    this.scan();
  }

  get comments(): Scanner["comments"] {
    return this.scanner.comments;
  }

  get token(): Token {
    return certain(this.tokens[Math.max(0, this.index)], "token");
  }

  /** A line break stands between the current token and the one before it. */
  get skippedNewline(): boolean {
    return this.token.newlineBefore;
  }

  /** Place of the current token. */
  get location(): Location {
    const { token } = this;
    const { row, column, offset } = (this.kind === "whitespace" ? token.space : undefined) ?? token;
    return { file: this.options.file, row, column, offset, end: token.end };
  }

  /** The place from a start to the end of the token before the current one. */
  since(start: Location): Location {
    const last = certain(this.tokens[this.index - (this.kind === "whitespace" ? 0 : 1)], "token before");
    return { ...start, end: Math.max(last.end, start.end) };
  }

  /** Is the current token of this kind? */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Goes to the next token. */
  scan(): void {
    if (this.kind === "whitespace") {
      this.enterToken();
      return;
    }
    this.index += 1;
    if (this.index === this.tokens.length) this.tokens.push(this.scanner.next());
    this.enterToken();
  }

  /** Goes to the next token, or stops at the white space before it: a reference must not contain any. */
  scanOverNothing(): void {
    const wasWhitespace = this.kind === "whitespace";
    this.scan();
    if (!wasWhitespace && this.token.space !== undefined && this.token.kind !== "illegal") this.kind = "whitespace";
  }

  /** From the `}` of a template's expression to the text after it. */
  scanTemplate(style: "raw" | "escaped"): void {
    const brace = this.token;
    const next = this.tokens[this.index + 1];
    const isAlreadyRead = next?.kind.includes("template-string") === true && next.offset === brace.end;
    if (!isAlreadyRead) {
      this.tokens.length = this.index + 1;
      this.scanner.rewind(brace);
      this.tokens.push(this.scanner.continueTemplate(style));
    }
    this.index += 1;
    this.enterToken();
  }

  /** Looks one token ahead without moving: the kind after the current one, white space counting as a token. */
  peekOverNothing(): TokenKind {
    const checkpoint = this.save();
    this.scanOverNothing();
    const { kind } = this;
    this.restore(checkpoint);
    return kind;
  }

  save(): Checkpoint {
    const { index, kind, errors, hints, wildcards } = this;
    return { index, kind, errors, hints, wildcards };
  }

  restore(checkpoint: Checkpoint): void {
    this.index = checkpoint.index;
    this.kind = checkpoint.kind;
    this.errors = checkpoint.errors;
    this.hints = checkpoint.hints;
    this.wildcards = checkpoint.wildcards;
  }

  /** Keywords that became active after the current token was read: it may be one of them. */
  reclassify(): void {
    if (this.kind === "identifier") this.kind = this.kindOf(this.token, this.kind);
  }

  /** Runs an attempt with other keywords; the current token stays what it is. */
  withKeywords<T>(active: ReadonlySet<string>, attempt: () => T): T {
    const { activeKeywords, terms } = this;
    this.activeKeywords = active;
    this.terms = new TermMemory();
    try {
      return attempt();
    } finally {
      this.activeKeywords = activeKeywords;
      this.terms = terms;
    }
  }

  /**
   * Parses a term once for each place: attempts would otherwise repeat each other exponentially. As in OPA what is wrong is then
   * what was wrong after the first time, whatever was found between.
   */
  memoize(parse: () => Term | undefined): Term | undefined {
    const place = this.index;
    const known = this.terms.get(place);
    if (known !== undefined) {
      this.restore(known.after);
      return known.term;
    }
    const term = parse();
    this.terms.keep(place, { term, after: this.save() });
    return term;
  }

  /** Runs a nested rule of the grammar; too much nesting is an error. */
  nested<T>(parse: () => T): T | undefined {
    if (this.depth >= this.options.maximumDepth) {
      this.error("max parsing recursion depth exceeded");
      return undefined;
    }
    this.depth += 1;
    const result = parse();
    this.depth -= 1;
    return result;
  }

  /** A chain of operators nests as deep as it is long; a longer one is an error. */
  allowsChain(length: number): boolean {
    if (length < 2 * this.options.maximumDepth) return true;
    this.error("max parsing recursion depth exceeded");
    return false;
  }

  /** A new name for `_`. */
  wildcard(): string {
    const name = `$${this.wildcards}`;
    this.wildcards += 1;
    return name;
  }

  variable(name: string, location: Location): Variable {
    return { kind: "variable", name: name === "_" ? this.wildcard() : name, location };
  }

  /** Does the next error have a hint already? */
  get hasHints(): boolean {
    return this.hints.length > 0;
  }

  hint(text: string): void {
    this.hints = [...this.hints, text];
  }

  error(message: string, location: Location = this.location): void {
    const { hints } = this;
    const label = hints.length === 1 ? "hint" : "hints";
    const text = hints.length === 0 ? message : `${message} (${label}: ${hints.join(", ")})`;
    const excerpt = excerptOf(this.source, location.offset);
    this.errors = [...this.errors, { ...diagnose("rego_parse_error", text, location), excerpt }];
    this.hints = [];
  }

  /** The current token cannot stand here. */
  illegal(note = ""): void {
    if (this.kind === "illegal") {
      this.error("illegal token");
      return;
    }
    const name = this.kind === "raw-string" ? "string" : this.kind;
    const type = isKeyword(name) ? "keyword" : "token";
    this.error(`unexpected ${name} ${type}${note === "" ? "" : `: ${note}`}`);
  }

  /** May the word be used as a name in a reference although it is a keyword? */
  isKeywordForReference(word: string): boolean {
    return (
      keywords.has(word) || (this.options.version === "v1" && futureKeywords.has(word)) || this.activeKeywords.has(word)
    );
  }

  /** A keyword that starts a reference (`not.x`, `default["a"]`) is a name. */
  acceptKeywordReference(): boolean {
    if (!this.isKeywordForReference(this.kind)) return false;
    const next = this.peekOverNothing();
    if (next !== "." && next !== "[") return false;
    this.kind = "identifier";
    return true;
  }

  private enterToken(): void {
    const { token } = this;
    this.kind = this.kindOf(token, token.kind);
    for (const message of token.errors) this.error(message);
  }

  private kindOf(token: Token, fallback: TokenKind): TokenKind {
    if (token.kind !== "identifier") return fallback;
    if (token.malformed !== undefined || !this.activeKeywords.has(token.text)) return "identifier";
    // The names of keywords are their kinds.
    return token.text as TokenKind;
  }
}
