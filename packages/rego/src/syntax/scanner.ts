import { decodeString } from "./decode-string.js";
import type { Comment, Place, Token, TokenKind } from "./token.js";

const byteOrderMark = 0xfeff;

const punctuation: Readonly<Record<string, TokenKind>> = {
  "[": "[",
  "]": "]",
  "{": "{",
  "}": "}",
  "(": "(",
  ")": ")",
  ",": ",",
  ":": ":",
  "+": "plus",
  "-": "minus",
  "*": "mul",
  "/": "div",
  "%": "rem",
  "&": "and",
  "|": "or",
  "=": "eq",
  ">": "gt",
  "<": "lt",
  ";": ";",
  ".": ".",
};

const withEquals: Readonly<Record<string, TokenKind>> = {
  ":": "assign",
  "=": "equal",
  ">": "gte",
  "<": "lte",
  "!": "neq",
};

const escapedCharacters: ReadonlySet<string> = new Set(["\\", '"', "/", "b", "f", "n", "r", "t"]);

type SpaceBefore = Pick<Token, "space" | "newlineBefore">;

/** What the scanner reads between delimiters, with its escapes, and whether a `{` ended it. */
interface Quoted {
  readonly text: string;
  readonly opensExpression: boolean;
}

/**
 * Splits a source text into tokens, one at a time, because the parser decides where a template string goes on.
 *
 * Places are OPA's: columns count code points from 1, the end of the text has the place of its last character, a line break
 * has that before the next line,
 * and an illegal character (NUL, a stray byte-order mark, half a surrogate pair) is an error of the token before it.
 */
export class Scanner {
  readonly comments: Comment[] = [];
  private offset = 0;
  private row = 1;
  /** Column of the character at `offset`, unless that is the end of the text. */
  private column = 1;
  private errors: string[] = [];

  constructor(private readonly source: string) {
    if (source.charCodeAt(0) === byteOrderMark) this.offset = 1;
    this.checkCharacter();
  }

  /** Continues at an earlier token's end: tokens after it are read again. */
  rewind(token: Token): void {
    this.offset = token.end;
    this.row = token.row;
    this.column = token.column + (token.end - token.offset);
    this.errors = [];
  }

  /** Reads the next token, skipping white space and comments. */
  next(): Token {
    let space: Place | undefined;
    let newlineBefore = false;
    for (;;) {
      const character = this.source.charAt(this.offset);
      if (character === "#") {
        this.comment();
      } else if (character === " " || character === "\t" || character === "\n" || character === "\r") {
        const start = character === "\n" ? { offset: this.offset, row: this.row + 1, column: 0 } : this.start();
        space ??= start;
        this.advance();
        if (this.errors.length > 0) return this.finish(start, "illegal", "", { space, newlineBefore });
        if (character === "\n") newlineBefore = true;
      } else break;
    }
    return this.token({ space, newlineBefore });
  }

  /** Reads the rest of a template string after the `}` of an expression. */
  continueTemplate(style: "raw" | "escaped"): Token {
    const start = this.start();
    return this.template(start, style, { space: undefined, newlineBefore: false });
  }

  private start(): Place {
    const atEnd = this.offset >= this.source.length;
    return { offset: this.offset, row: this.row, column: atEnd ? this.column - 1 : this.column };
  }

  private finish(start: Place, kind: TokenKind, text: string, before: SpaceBefore): Token {
    const { errors } = this;
    this.errors = [];
    const actual = errors.length > 0 ? "illegal" : kind;
    return { kind: actual, text, ...start, end: this.offset, ...before, errors };
  }

  private token(before: SpaceBefore): Token {
    const start = this.start();
    const character = this.source.charAt(this.offset);
    if (character === "") return this.finish(start, "eof", "", before);
    if (isLetter(character)) {
      const text = this.takeWhile(isNameCharacter);
      return this.glued(this.finish(start, "identifier", text, before));
    }
    if (isDecimal(character)) {
      const text = this.number();
      return this.glued(this.finish(start, "number", text, before));
    }
    this.advance();
    if (character === '"') {
      const { text } = this.quoted('"', "escaped", "string");
      return decodeToken(this.finish(start, "string", text, before), '"', '"');
    }
    if (character === "`") {
      const { text } = this.quoted("`", "raw", "string");
      return this.finish(start, "raw-string", text, before);
    }
    if (character === "$") return this.dollar(start, before);
    const kind = this.operator(character);
    return this.finish(start, kind, character, before);
  }

  /** OPA takes bytes of a character of several that follows for part of a name or number. */
  private glued(token: Token): Token {
    return this.source.charCodeAt(this.offset) > 0x7f ? { ...token, malformed: token.text } : token;
  }

  private operator(character: string): TokenKind {
    const longer = withEquals[character];
    if (longer !== undefined && this.source.charAt(this.offset) === "=") {
      this.advance();
      return longer;
    }
    if (character === "!") this.errors.push("illegal ! character");
    if (isHighSurrogate(character.charCodeAt(0))) this.advance();
    return punctuation[character] ?? "illegal";
  }

  private dollar(start: Place, before: SpaceBefore): Token {
    const quote = this.source.charAt(this.offset);
    if (quote !== '"' && quote !== "`") {
      this.errors.push("illegal $ character");
      return this.finish(start, "illegal", "$", before);
    }
    this.advance();
    return this.template(start, quote === "`" ? "raw" : "escaped", before);
  }

  private template(start: Place, style: "raw" | "escaped", before: SpaceBefore): Token {
    const { text, opensExpression } = this.quoted(style === "raw" ? "`" : '"', style, "template");
    const prefix = style === "raw" ? "raw-template-string" : "template-string";
    const kind: TokenKind = `${prefix}-${opensExpression ? "part" : "end"}`;
    const token = this.finish(start, kind, text, before);
    if (style === "raw") return token;
    const isFirst = this.source.charAt(token.offset) === "$";
    return decodeToken(token, isFirst ? '"' : "}", opensExpression ? "{" : '"');
  }

  private comment(): void {
    const start = this.start();
    while (this.offset < this.source.length && this.source.charAt(this.offset) !== "\n") this.advance();
    const text = this.source.slice(start.offset + 1, this.offset).replace(/\r$/, "");
    this.comments.push({ text, ...start, end: start.offset + 1 + text.length });
  }

  private number(): string {
    const begin = this.offset;
    this.takeWhile(isDecimal);
    if (this.source.charAt(this.offset) === ".") {
      this.advance();
      if (this.takeWhile(isDecimal) === "") this.errors.push("expected fraction");
    }
    if (/[eE]/.test(this.source.charAt(this.offset))) {
      this.advance();
      if (/[+-]/.test(this.source.charAt(this.offset))) this.advance();
      if (this.takeWhile(isDecimal) === "") this.errors.push("expected exponent");
    }
    if (isLetter(this.source.charAt(this.offset))) {
      this.errors.push("illegal number format");
      this.takeWhile(isNameCharacter);
    }
    return this.source.slice(begin, this.offset);
  }

  private quoted(quote: '"' | "`", style: "raw" | "escaped", form: "string" | "template"): Quoted {
    let text = "";
    let begin = this.offset;
    for (;;) {
      const character = this.source.charAt(this.offset);
      const end = this.offset;
      if (character === "" || (style === "escaped" && character === "\n")) {
        this.errors.push("non-terminated string");
        return { text, opensExpression: false };
      }
      this.advance();
      const opensExpression = character === "{" && form === "template";
      if (character === quote || opensExpression)
        return { text: text + this.source.slice(begin, end), opensExpression };
      if (character !== "\\") continue;
      if (form === "template" && this.source.charAt(this.offset) === "{") {
        text += this.source.slice(begin, end);
        begin = this.offset;
        this.advance();
      } else if (style === "escaped") this.escape();
    }
  }

  private escape(): void {
    const character = this.source.charAt(this.offset);
    if (escapedCharacters.has(character)) this.advance();
    else if (character !== "u") this.errors.push("illegal escape sequence");
    // Whatever they are, the first three digits belong to the string: a quote among them does not end it.
    else for (let count = 0; count < 4; count += 1) this.advance();
  }

  private takeWhile(accepts: (character: string) => boolean): string {
    const begin = this.offset;
    while (this.offset < this.source.length && accepts(this.source.charAt(this.offset))) this.advance();
    return this.source.slice(begin, this.offset);
  }

  private advance(): void {
    const code = this.source.charCodeAt(this.offset);
    if (Number.isNaN(code)) return;
    this.offset += 1;
    if (code === 10) {
      this.row += 1;
      this.column = 1;
    } else {
      if (isHighSurrogate(code) && isLowSurrogate(this.source.charCodeAt(this.offset))) return;
      this.column += 1;
    }
    this.checkCharacter();
  }

  /** Reports the character that comes next when no source may contain it. */
  private checkCharacter(): void {
    const code = this.source.charCodeAt(this.offset);
    if (code === 0) this.errors.push("illegal null character");
    if (code === byteOrderMark && this.offset > 0) this.errors.push("illegal byte-order mark");
    if (isHighSurrogate(code) && !isLowSurrogate(this.source.charCodeAt(this.offset + 1))) {
      this.errors.push("illegal utf-8 character");
    }
    if (isLowSurrogate(code) && !isHighSurrogate(this.source.charCodeAt(this.offset - 1))) {
      this.errors.push("illegal utf-8 character");
    }
  }
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const isLetter = (character: string): boolean =>
  (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") || character === "_";
const isDecimal = (character: string): boolean => character >= "0" && character <= "9";
const isNameCharacter = (character: string): boolean =>
  isLetter(character) || isDecimal(character) || (character > "\u007f" && /^\p{Nd}$/u.test(character));

/** Replaces the escapes in the text of a token; what has bad ones keeps its literal for the message. */
function decodeToken(token: Token, opening: string, closing: string): Token {
  const text = decodeString(token.text);
  return text === undefined ? { ...token, malformed: `${opening}${token.text}${closing}` } : { ...token, text };
}
