import { quote } from "../../value/quote.js";
import type { GraphqlFault } from "./graphql-fault.js";
import type { Position } from "./graphql-tree.js";

const punctuators = ["!", "$", "&", "(", ")", "...", ":", "=", "@", "[", "]", "{", "}", "|"] as const;

/** The kinds of tokens, as messages call them. */
export type TokenKind =
  | (typeof punctuators)[number]
  | "<Invalid>"
  | "<EOF>"
  | "Name"
  | "Int"
  | "Float"
  | "String"
  | "BlockString"
  | "Comment";

/** A word of a document. */
export interface Token {
  readonly kind: TokenKind;
  /** Empty for punctuation; of a string what it means. */
  readonly value: string;
  readonly position: Position;
  /** Why it is none. */
  readonly fault?: GraphqlFault;
}

/** Punctuation by its first character. */
export const punctuation: ReadonlyMap<string, TokenKind> = new Map(punctuators.map((text) => [text.charAt(0), text]));

/** A token as messages name it. */
export const tokenText = ({ kind, value }: Token): string => (value === "" ? kind : `${kind} ${quote(value)}`);
