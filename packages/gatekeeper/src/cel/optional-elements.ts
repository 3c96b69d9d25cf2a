/** Which elements of which literals are optional: by the offset of the opening bracket, the indices of elements or entries. */
export type OptionalElements = ReadonlyMap<number, ReadonlySet<number>>;

const COMMENT = /\/\/[^\n]*/;
const RAW_TEXT = /(?:[bB]?[rR]|[rR][bB])(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')/;
const LONG_TEXT = /[bB]?(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?''')/;
const TEXT = /[bB]?(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`\n]*`)/;

/** Nothing behind a quotation mark that is never closed can be parsed. */
const OPEN_TEXT = /["'`][\s\S]*/;

/** In this order; what is none of these is a token by itself. */
const TOKEN = new RegExp(
  [COMMENT, RAW_TEXT, LONG_TEXT, TEXT, OPEN_TEXT, /\w+|[\s\S]/].map(({ source }) => source).join("|"),
  "g",
);

/** Whether a bracket behind a token is an index or a message, and not a literal. */
const endsOperand = (token: string): boolean => token !== "in" && /[\w\])}"'`]$/.test(token);

/** Nothing stands behind a question mark. */
const NOTHING_FOLLOWS = /^\s*(?:[\])},?]|$)/;

interface Bracket {
  readonly offset: number;
  readonly isLiteral: boolean;
  commas: number;
}

/** Reads a text token by token. */
class Scanner {
  readonly #text: string;
  readonly #brackets: Bracket[] = [];
  #last = "";
  readonly optionals = new Map<number, Set<number>>();
  readonly marks: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(token: string, offset: number): void {
    if (token.trim() === "" || token.startsWith("//")) return;
    const bracket = this.#brackets.at(-1);
    if (token === "?") this.#readMark(bracket, offset);
    else if (token === "(" || token === "[" || token === "{") this.#open(token, offset);
    else if (token === ")" || token === "]" || token === "}") this.#brackets.pop();
    else if (token === "," && bracket !== undefined) bracket.commas += 1;
    this.#last = token;
  }

  #open(token: string, offset: number): void {
    const isLiteral = token !== "(" && !endsOperand(this.#last);
    this.#brackets.push({ offset, isLiteral, commas: 0 });
  }

  #readMark(bracket: Bracket | undefined, offset: number): void {
    if (bracket?.isLiteral !== true || !["[", "{", ","].includes(this.#last)) return;
    if (NOTHING_FOLLOWS.test(this.#text.slice(offset + 1))) return;
    this.marks.push(offset);
    const indices = this.optionals.get(bracket.offset) ?? new Set();
    this.optionals.set(bracket.offset, indices.add(bracket.commas));
  }
}

const blank = (text: string, offsets: readonly number[]): string => {
  let result = "";
  let end = 0;
  for (const offset of offsets) {
    result += `${text.slice(end, offset)} `;
    end = offset + 1;
  }
  return result + text.slice(end);
};

/**
 * Finds optional elements of literals, `[?a]` and `{?"a": b}`, which the parser does not know.
 *
 * @returns them; and the text with their question marks blanked out
 */
export const takeOptionalElements = (text: string): { readonly text: string; readonly optionals: OptionalElements } => {
  const scanner = new Scanner(text);
  if (text.includes("?")) for (const { 0: token, index } of text.matchAll(TOKEN)) scanner.read(token, index);
  return { text: blank(text, scanner.marks), optionals: scanner.optionals };
};
