import { encodeUtf8 } from "../text/utf8.js";
import { GraphqlFault } from "./graphql-fault.js";
import { blockText, countPairs, escapes } from "./graphql-string.js";
import { punctuation, type Token, type TokenKind } from "./graphql-token.js";

/**
 * Takes a document apart. This and what follows is our own instead of graphql-js: OPA's answers are gqlparser's, whose
 * positions, messages, comments, block strings and leniencies that library cannot give.
 */
export class GraphqlLexer {
  #start = 0;
  #end = 0;
  /** How many units of UTF-16 the text before `#end` has more than gqlparser counts. */
  #excess = 0;
  #line = 1;
  #lineStart = 0;
  /** Where the token starts, as gqlparser counts. */
  #tokenStart = 0;

  constructor(readonly text: string) {}

  /** The next token; after the last one always the end. */
  read(): Token {
    this.#skipSpace();
    this.#start = this.#end;
    this.#tokenStart = this.#end - this.#excess;
    const first = this.#character();
    if (first === "") return this.#token("<EOF>", "");
    if (/[_A-Za-z]/.test(first)) return this.#plain("Name", /\w*/y);
    if (/[-0-9]/.test(first)) return this.#number();
    if (first === "#") return this.#comment();
    if (first === '"') return this.text.startsWith('"""', this.#end) ? this.#block() : this.#string();
    const kind = punctuation.get(first);
    if (kind === undefined || !this.text.startsWith(kind, this.#end)) return this.#unexpected(first);
    this.#end += kind.length;
    return this.#token(kind, "");
  }

  /** A character after the end, empty when there is none. */
  #character(offset = 0): string {
    const code = this.text.codePointAt(this.#end + offset);
    return code === undefined ? "" : String.fromCodePoint(code);
  }

  #token(kind: TokenKind, value: string): Token {
    return { kind, value, position: { line: this.#line, column: this.#tokenStart - this.#lineStart + 1 } };
  }

  #invalid(message: string): Token {
    const position = { line: this.#line, column: this.#end - this.#excess - this.#lineStart + 1 };
    return { kind: "<Invalid>", value: "", position, fault: new GraphqlFault(message, position) };
  }

  #unexpected(first: string): Token {
    if (first < " ") return this.#invalid(`Cannot contain the invalid character "\\u${decimal(first)}"`);
    if (first === "'") {
      return this.#invalid("Unexpected single quote character ('), did you mean to use a double quote (\")?");
    }
    return this.#invalid(`Cannot parse the unexpected character "${firstByte(first)}".`);
  }

  #skipSpace(): void {
    for (;;) {
      this.#match(/[\t ,\uFEFF]*/y);
      const character = this.text.charAt(this.#end);
      if (character !== "\n" && character !== "\r") return;
      this.#end += 1;
      this.#startLine();
      // The second half of a line end counts as the first character of the next line.
      if (character === "\r" && this.text.charAt(this.#end) === "\n") this.#end += 1;
    }
  }

  #startLine(): void {
    this.#line += 1;
    this.#lineStart = this.#end - this.#excess;
  }

  /** Passes over what a sticky pattern matches, which is not nothing only if it says so. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#end;
    const matched = pattern.exec(this.text)?.[0] ?? "";
    this.#end += matched.length;
    return matched;
  }

  #plain(kind: TokenKind, pattern: RegExp): Token {
    return this.#token(kind, this.#match(pattern));
  }

  #comment(): Token {
    const value = this.#match(/[\t -\uFFFF]*/y);
    const token = this.#token("Comment", value);
    this.#excess += countPairs(value);
    return token;
  }

  #number(): Token {
    this.#match(/-?/y);
    if (this.#match(/0?/y) === "") {
      if (this.#match(/\d*/y) === "") return this.#expectedDigit();
    } else if (/\d/.test(this.text.charAt(this.#end))) {
      return this.#invalid(`Invalid number, unexpected digit after 0: ${this.#next()}.`);
    }
    const fraction = this.#match(/\.?/y);
    if (fraction !== "" && this.#match(/\d*/y) === "") return this.#expectedDigit();
    const exponent = this.#match(/(?:[eE][-+]?)?/y);
    if (exponent !== "" && this.#match(/\d*/y) === "") return this.#expectedDigit();
    const kind = fraction === "" && exponent === "" ? "Int" : "Float";
    return this.#token(kind, this.text.slice(this.#start, this.#end));
  }

  #expectedDigit(): Token {
    return this.#invalid(`Invalid number, expected digit but got: ${this.#next()}.`);
  }

  #next(): string {
    const character = this.#character();
    return character === "" ? "<EOF>" : `"${firstByte(character)}"`;
  }

  /** A string's place is behind its quote. */
  #string(): Token {
    this.#end += 1;
    this.#tokenStart += 1;
    const parts: string[] = [];
    // Where the token stands is asked before the excess of its characters counts.
    const { position } = this.#token("String", "");
    for (;;) {
      const chunk = this.#match(ordinary);
      this.#excess += countPairs(chunk);
      parts.push(chunk);
      const stop = this.text.charAt(this.#end);
      if (stop === '"') break;
      if (stop === "" || stop === "\n" || stop === "\r") return this.#invalid("Unterminated string.");
      if (stop !== "\\") return this.#invalid(`Invalid character within String: "\\u${decimal(stop)}".`);
      const character = this.#escape();
      if (typeof character !== "string") return character;
      parts.push(character);
    }
    this.#end += 1;
    return { kind: "String", value: parts.join(""), position };
  }

  #escape(): string | Token {
    const [letter, digits] = [this.#character(1), this.text.slice(this.#end + 2, this.#end + 6)];
    const known = escapes.get(letter);
    if (known !== undefined) {
      this.#end += 2;
      return known;
    }
    const isComplete = this.#end + 6 < this.text.length;
    if (letter === "u" && isComplete && /^[\da-fA-F]{4}$/.test(digits)) {
      this.#end += 6;
      return scalar(Number.parseInt(digits, 16));
    }
    this.#end += 1;
    if (letter === "") return this.#invalid("Invalid character escape sequence.");
    const rest = this.text.slice(this.#end, isComplete ? this.#end + 5 : undefined);
    return this.#invalid(`Invalid character escape sequence: \\${letter === "u" ? rest : firstByte(letter)}.`);
  }

  /** A block's place is behind its quotes, counted from the start of its last line. */
  #block(): Token {
    this.#end += 3;
    this.#tokenStart += 3;
    const parts: string[] = [];
    for (;;) {
      const chunk = this.#match(ordinary);
      this.#excess += countPairs(chunk);
      parts.push(chunk);
      const quotes = this.#match(/"*/y);
      if (quotes.length >= 3) {
        parts.push(quotes.slice(3));
        const { line, column } = this.#token("BlockString", "").position;
        return { kind: "BlockString", value: blockText(parts.join("")), position: { line, column } };
      }
      parts.push(quotes);
      if (quotes !== "") continue;
      const fault = this.#blockStop(parts);
      if (fault !== undefined) return fault;
    }
  }

  #blockStop(parts: string[]): Token | undefined {
    const stop = this.text.charAt(this.#end);
    if (stop === "") return this.#invalid("Unterminated string.");
    if (stop === "\\") {
      const isQuote = this.#match(/(?:\\""")?/y) !== "";
      if (!isQuote) this.#end += 1;
      parts.push(isQuote ? '"""' : "\\");
      return undefined;
    }
    if (stop !== "\n" && stop !== "\r") return this.#invalid(`Invalid character within String: "\\u${decimal(stop)}".`);
    // Here both halves of a line end count as one character.
    if (this.#match(/(?:\r\n)?/y) === "") this.#end += 1;
    else this.#excess += 1;
    this.#startLine();
    parts.push("\n");
    return undefined;
  }
}

/** What stands for itself in strings. */
const ordinary = /[\t !#-[\]-\uFFFF]*/y;

const decimal = (character: string): string => String(character.charCodeAt(0)).padStart(4, "0");

/** Messages show the first byte of a character as a character of its own. */
const firstByte = (character: string): string => String.fromCharCode(encodeUtf8(character)[0] ?? 0);

/** Halves of pairs are not joined. */
const scalar = (code: number): string => (code >= 0xd800 && code < 0xe000 ? "\uFFFD" : String.fromCharCode(code));
