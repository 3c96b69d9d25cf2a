/** The kind of a token, named as OPA names it in error messages. */
export type TokenKind =
  | "illegal"
  | "eof"
  | "whitespace"
  | "identifier"
  | "number"
  | "string"
  | "raw-string"
  | "template-string-part"
  | "template-string-end"
  | "raw-template-string-part"
  | "raw-template-string-end"
  | Punctuation
  | Keyword
  | FutureKeyword;

type Punctuation =
  | "["
  | "]"
  | "{"
  | "}"
  | "("
  | ")"
  | ","
  | ":"
  | "plus"
  | "minus"
  | "mul"
  | "div"
  | "rem"
  | "and"
  | "or"
  | "eq"
  | "equal"
  | "assign"
  | "neq"
  | "gt"
  | "lt"
  | "gte"
  | "lte"
  | "."
  | ";";

/** Words that are reserved in every version. */
export type Keyword =
  | "package"
  | "import"
  | "as"
  | "default"
  | "else"
  | "not"
  | "some"
  | "with"
  | "null"
  | "true"
  | "false";

/** Words that are reserved in v1, and in v0 after an import. */
export type FutureKeyword = "in" | "every" | "contains" | "if";

/** Words that are reserved in every version. */
export const keywords: ReadonlySet<string> = new Set<Keyword>([
  "package",
  "import",
  "as",
  "default",
  "else",
  "not",
  "some",
  "with",
  "null",
  "true",
  "false",
]);

/** Words that are reserved in v1, and in v0 after an import. */
export const futureKeywords: ReadonlySet<string> = new Set<FutureKeyword>(["in", "every", "contains", "if"]);

/** Is the word reserved in v1? */
export const isKeyword = (word: string): boolean => keywords.has(word) || futureKeywords.has(word);

/** A place in a source; rows and columns count from 1, columns in code points. */
export interface Place {
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/** One token; white space and comments before it are remembered. */
export interface Token extends Place {
  readonly kind: TokenKind;
  /** Names and numbers: the spelling. Strings: the decoded text. */
  readonly text: string;
  readonly end: number;
  /** Where white space before the token begins. */
  readonly space: Place | undefined;
  /** A line break stands between the token and the one before it. */
  readonly newlineBefore: boolean;
  /** What is wrong with the token; its kind is then `illegal`. */
  readonly errors: readonly string[];
  /** A string whose escapes do not decode, or a name or number to which a character is glued: as messages show it. */
  readonly malformed?: string;
}

/** A comment, without its `#`. */
export interface Comment {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly offset: number;
  readonly end: number;
}
