/** What a location consists of, as Gatekeeper's messages call it. */
export type TokenType =
  | "IDENT"
  | "INT"
  | "SEPARATOR"
  | "LBRACKET"
  | "RBRACKET"
  | "COLON"
  | "GLOB"
  | "EOF"
  /** A character that begins nothing, or a quote that nothing closes. */
  | "ERROR";

export interface Token {
  readonly type: TokenType;
  /** The text; of a quoted name without quotes and escapes. */
  readonly text: string;
}

const PUNCTUATION: ReadonlyMap<string, TokenType> = new Map([
  [".", "SEPARATOR"],
  ["[", "LBRACKET"],
  ["]", "RBRACKET"],
  [":", "COLON"],
  ["*", "GLOB"],
]);

const SPACE = /[ \t\r\n]/;
const DIGIT = /[0-9]/;
const WORD = /[A-Za-z0-9_-]/;
const END: Token = { type: "EOF", text: "" };

/** Takes a location apart, one token at a time: whoever reads it stops at the first that does not fit. */
export class LocationScanner {
  private position = 0;

  constructor(private readonly input: string) {}

  next(): Token {
    this.takeWhile(SPACE);
    const start = this.input.charAt(this.position);
    if (start === "") return END;
    if (DIGIT.test(start)) return { type: "INT", text: this.takeWhile(DIGIT) };
    if (WORD.test(start)) return { type: "IDENT", text: this.takeWhile(WORD) };
    if (start === '"' || start === "'") return this.takeQuoted(start);
    return this.takeCharacter();
  }

  private takeWhile(characters: RegExp): string {
    const start = this.position;
    while (this.position < this.input.length && characters.test(this.input.charAt(this.position))) this.position++;
    return this.input.slice(start, this.position);
  }

  private takeQuoted(quote: string): Token {
    let text = "";
    for (this.position++; this.position < this.input.length; this.position++) {
      if (this.input.charAt(this.position) === quote) {
        this.position++;
        return { type: "IDENT", text };
      }
      // A backslash takes the next character as it is, whatever it is.
      if (this.input.charAt(this.position) === "\\") this.position++;
      text += this.input.charAt(this.position);
    }
    return { type: "ERROR", text };
  }

  private takeCharacter(): Token {
    // There is a character: the end has been looked for.
    const text = String.fromCodePoint(Number(this.input.codePointAt(this.position)));
    this.position += text.length;
    return { type: PUNCTUATION.get(text) ?? "ERROR", text };
  }
}
