import type { SourceIssue } from "./source-issue.js";

/** What a token is; signs and words of the language are kinds of their own. */
export type TokenKind =
  | "float"
  | "int"
  | "uint"
  | "string"
  | "bytes"
  | "identifier"
  | "escaped"
  | "end"
  | (string & {});

/** A piece of an expression. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** UTF-16 code units from the start. */
  readonly start: number;
}

/** The end of a text, as messages show it. */
export const END = "<EOF>";

/** Words that are no names. */
const WORDS: ReadonlySet<string> = new Set(["in", "true", "false", "null"]);

const ESCAPE = String.raw`\\(?:[abfnrtv"'\\?${"`"}]|[xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-3][0-7]{2})`;
const LONG = [`"""(?:${ESCAPE}|[^\\\\])*?"""`, `'''(?:${ESCAPE}|[^\\\\])*?'''`];
const SHORT = [`"(?:${ESCAPE}|[^\\\\"\\n\\r])*"`, `'(?:${ESCAPE}|[^\\\\'\\n\\r])*'`];
const RAW = [`"""[^]*?"""`, `'''[^]*?'''`, `"[^"\\n\\r]*"`, `'[^'\\n\\r]*'`].map((text) => `[rR]${text}`);
const STRING = [...LONG, ...SHORT, ...RAW].join("|");

/** In this order, the first that fits is the longest. */
const KINDS: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  ["bytes", `[bB](?:${STRING})`],
  ["string", STRING],
  ["float", String.raw`\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?`],
  ["uint", String.raw`0x[\da-fA-F]+[uU]|\d+[uU]`],
  ["int", String.raw`0x[\da-fA-F]+|\d+`],
  ["identifier", "[A-Za-z_][A-Za-z0-9_]*"],
  ["escaped", "`[A-Za-z0-9_.\\-/ ]+`"],
  ["sign", String.raw`[=!<>]=|&&|\|\||[-+*/%!<>()[\]{}.,:?]`],
];

const TOKEN = KINDS.map(([, pattern]) => `(${pattern})`).join("|");

/** Blanks and comments. */
const HIDDEN = String.raw`(?:[\t \r\n\f]+|\/\/[^\n]*)*`;

const PART_OF_ESCAPE = String.raw`\\(?:[xX][\da-fA-F]?|u[\da-fA-F]{0,3}|U[\da-fA-F]{0,7}|[0-3][0-7]?)?`;

/** How far what is no token reaches: up to the character that makes it none. */
const WRONG = [
  String.raw`[=&|][\s\S]?`,
  `["'](?:${ESCAPE}|[^\\\\"'\\n\\r])*(?:${PART_OF_ESCAPE})?[\\s\\S]?`,
  String.raw`${"`"}[\w.\-/ ]*[\s\S]?`,
  String.raw`[\s\S]`,
].join("|");

const kindOf = (match: RegExpExecArray): TokenKind => {
  const [text] = match;
  const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? "sign";
  return kind === "sign" || WORDS.has(text) ? text : kind;
};

/** The tokens of a text, the last of which is its end; and what is none. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly issues: readonly SourceIssue[];
}

/**
 * Takes a text apart, blanks and comments left out.
 *
 * @source google/cel-go, parser/gen/CEL.g4
 */
export const tokenize = (text: string): Tokens => {
  const tokens: Token[] = [];
  const issues: SourceIssue[] = [];
  const [hidden, token, wrong] = [HIDDEN, TOKEN, WRONG].map((pattern) => new RegExp(pattern, "yu"));
  let position = 0;
  const match = (pattern: RegExp | undefined): RegExpExecArray | null => {
    if (pattern === undefined) return null;
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    position += found?.[0].length ?? 0;
    return found;
  };
  match(hidden);
  while (position < text.length) {
    const start = position;
    const found = match(token);
    if (found !== null) tokens.push({ kind: kindOf(found), text: found[0], start });
    else issues.push({ offset: start, message: `Syntax error: token recognition error at: '${match(wrong)?.[0]}'` });
    match(hidden);
  }
  return { tokens: [...tokens, { kind: "end", text: END, start: text.length }], issues };
};
