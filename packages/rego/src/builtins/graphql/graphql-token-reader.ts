import { quote } from "../../value/quote.js";
import { GraphqlDepthFault, GraphqlFault } from "./graphql-fault.js";
import { GraphqlLexer } from "./graphql-lexer.js";
import { type Token, type TokenKind, tokenText } from "./graphql-token.js";
import type { CommentGroup, Position } from "./graphql-tree.js";

/** How deep documents nest; OPA has no such limit. */
const deepest = 250;

/** What a token costs with all that is made of it. */
const tokenCost = 4;

/** Reads tokens one ahead, and refuses others than are expected. */
export class TokenReader {
  readonly #lexer: GraphqlLexer;
  #ahead: Token | undefined;
  #previous: Token | undefined;
  #comment: CommentGroup | undefined;
  #depth = 0;

  /** @param charge - counts work */
  constructor(
    text: string,
    readonly charge: (units: number) => void,
  ) {
    this.#lexer = new GraphqlLexer(text);
  }

  /** The comments right before the next token. */
  get comment(): CommentGroup | undefined {
    this.peek();
    return this.#comment;
  }

  /** Where the next token stands. */
  get position(): Position {
    return this.peek().position;
  }

  peek(): Token {
    this.#ahead ??= this.#read();
    return this.#ahead;
  }

  #read(): Token {
    const list: { readonly value: string }[] = [];
    let token = this.#lexer.read();
    this.charge(tokenCost);
    for (; token.kind === "Comment"; token = this.#lexer.read()) {
      this.charge(tokenCost);
      list.push({ value: token.value });
      this.#previous = token;
    }
    this.#comment = list.length > 0 ? { list } : undefined;
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.fault !== undefined) throw token.fault;
    this.#ahead = undefined;
    this.#comment = undefined;
    this.#previous = token;
    return token;
  }

  expect(kind: TokenKind): Token {
    const token = this.peek();
    if (token.kind === kind) return this.next();
    throw new GraphqlFault(`Expected ${kind}, found ${token.kind}`, token.position);
  }

  /** The comments before the keyword. */
  expectKeyword(value: string): CommentGroup | undefined {
    const token = this.peek();
    const { comment } = this;
    if (token.kind !== "Name" || token.value !== value)
      throw new GraphqlFault(`Expected ${quote(value)}, found ${tokenText(token)}`, token.position);
    this.next();
    return comment;
  }

  /** Passes over a token of a kind, if it is next. */
  skip(kind: TokenKind): boolean {
    if (this.peek().kind !== kind) return false;
    this.next();
    return true;
  }

  name(): string {
    return this.expect("Name").value;
  }

  /** Refuses a token, by default the next. */
  unexpected(token: Token = this.peek()): never {
    throw new GraphqlFault(`Unexpected ${tokenText(token)}`, token.position);
  }

  /** Refuses the token, or comment, that was read last. */
  unexpectedPrevious(): never {
    return this.unexpected(this.#previous);
  }

  /** What stands between two tokens; nothing if the first is not there. */
  many<T>(start: TokenKind, end: TokenKind, read: () => T): readonly T[] {
    return this.skip(start) ? this.#untilEnd(end, read).members : [];
  }

  /** The same, at least one if the first token is there. */
  some<T>(start: TokenKind, end: TokenKind, read: () => T): Listing<T> {
    if (!this.skip(start)) return { members: [], comment: undefined };
    if (this.peek().kind !== end) return this.#untilEnd(end, read);
    throw new GraphqlFault(`expected at least one definition, found ${end}`, this.position);
  }

  #untilEnd<T>(end: TokenKind, read: () => T): Listing<T> {
    const members: T[] = [];
    this.nested(() => {
      while (this.peek().kind !== end) members.push(read());
    });
    const { comment } = this;
    this.next();
    return { members, comment };
  }

  /** Reads something one level deeper. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) throw new GraphqlDepthFault("documents", deepest);
    const result = read();
    this.#depth -= 1;
    return result;
  }
}

/** What a pair of brackets contains, and the comments before the second. */
export interface Listing<T> {
  readonly members: readonly T[];
  readonly comment: CommentGroup | undefined;
}
