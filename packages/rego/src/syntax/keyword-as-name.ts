import type { ParserState } from "./parser-state.js";
import type { TokenKind } from "./token.js";

const afterNames: readonly TokenKind[] = ["assign", "eq", "if", "contains", "("];
const afterOperators: readonly TokenKind[] = ["assign", "eq", "if", "contains"];
const afterPaths: readonly TokenKind[] = ["assign", "eq", "("];

/** Keywords, with the tokens that make a rule of what begins with them. */
const followers: ReadonlyMap<TokenKind, readonly TokenKind[]> = new Map<TokenKind, readonly TokenKind[]>([
  ["every", afterNames],
  ["if", afterNames],
  ["in", afterNames],
  ["some", afterNames],
  ["as", afterNames],
  ["package", afterPaths],
  ["import", afterPaths],
  ["not", afterOperators],
  ["contains", ["if", "contains"]],
]);

/**
 * Is the current token a keyword that is used as the name of a rule? Release 1.22 says so, 1.17 says what it expected instead.
 *
 * @param form - after `default` only a rule can follow
 */
export function refusesKeywordAsName(parser: ParserState, form: "default" | "rule"): boolean {
  const { kind, location } = parser;
  const expected = parser.options.release === "1.22" ? followers.get(kind) : undefined;
  if (expected === undefined) return false;
  const checkpoint = parser.save();
  parser.scan();
  const isName = form === "default" || expected.includes(parser.kind);
  parser.restore(checkpoint);
  if (isName) parser.error(`${kind} keyword cannot be used for rule name`, location);
  return isName;
}
