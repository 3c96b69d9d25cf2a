import { formatIssues, type SourceIssue } from "./source-issue.js";

/** What `@marcbachmann/cel-js` says of a text that it cannot parse. */
export interface ParseFault {
  readonly code: string;
  readonly summary: string;
  /** UTF-16 code units from the start. */
  readonly start: number;
}

const LITERALS = "'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

/** What can begin an operand, as cel-go's grammar lists it. */
const OPERAND = `{'[', '{', '(', '.', '-', '!', ${LITERALS}`;

/** What can stand behind an opening bracket: the end of what it opens, or an operand. */
const OPENED: readonly (readonly [opening: RegExp, expected: string])[] = [
  [/\w\s*\[\s*$/, `{'[', '{', '(', '.', '-', '!', '?', ${LITERALS}`],
  [/\[\s*$/, `{'[', ']', '{', '(', '.', ',', '-', '!', '?', ${LITERALS}`],
  [/\{\s*$/, `{'[', '{', '}', '(', '.', ',', '-', '!', '?', ${LITERALS}`],
  [/\w\s*\(\s*$/, `{'[', '{', '(', ')', '.', '-', '!', ${LITERALS}`],
];

const expectedAt = (text: string, start: number): string => {
  const before = text.slice(Math.max(0, start - 100), start);
  return OPENED.find(([opening]) => opening.test(before))?.[1] ?? OPERAND;
};

const END = "<EOF>";

const tokenAt = (text: string, start: number): string =>
  /^(?:[A-Za-z0-9_]+|&&|\|\||[=!<>]=|[\s\S])/.exec(text.slice(start))?.[0] ?? END;

/** What cel-go says when a token is missing, by the token and what stands in its place. */
const MISSING: ReadonlyMap<string, (found: string) => string> = new Map([
  ["IDENTIFIER", (found: string) => `no viable alternative at input '.${found === END ? "" : found}'`],
  ["RPAREN", (found: string) => missingBracket(found, ")")],
  ["RBRACKET", (found: string) => `mismatched input '${found}' expecting {']', ','}`],
  ["RBRACE", (found: string) => `mismatched input '${found}' expecting {'}', ','}`],
  ["COLON", (found: string) => `mismatched input '${found}' expecting ':'`],
]);

const missingBracket = (found: string, bracket: string): string =>
  found === END ? `missing '${bracket}' at '${END}'` : `extraneous input '${found}' expecting '${bracket}'`;

const missingToken = (text: string, { summary, start }: ParseFault): string => {
  const expected = /Expected (\w+)/.exec(summary)?.[1] ?? "";
  const found = tokenAt(text, start);
  return MISSING.get(expected)?.(found) ?? `mismatched input '${found}'`;
};

const MISSING_OPERAND = `Syntax error: mismatched input '${END}' expecting ${OPERAND}`;

/** An expression is complete, and something follows it. */
const trailing = (text: string, start: number): string => {
  const found = tokenAt(text, start);
  const isLast = text.slice(start + found.length).trim() === "";
  return `${isLast ? "extraneous" : "mismatched"} input '${found}' expecting ${END}`;
};

/** A text that is no token, behind which an operand is missing. */
const unknownToken = (text: string, start: number, token: string): readonly SourceIssue[] => {
  const issue = { offset: start, message: `Syntax error: token recognition error at: '${token}'` };
  const end = start + token.length;
  if (text.slice(end).trim() !== "") return [issue];
  return [issue, { offset: end, message: MISSING_OPERAND }];
};

const inOwnWords = ({ summary }: ParseFault): string => summary.slice(0, 1).toLowerCase() + summary.slice(1);

const describe = (text: string, fault: ParseFault): string => {
  const { code, summary, start } = fault;
  if (code === "reserved_identifier") return `reserved identifier: ${summary.slice(summary.lastIndexOf(" ") + 1)}`;
  if (code === "invalid_macro_argument") {
    return /^(?:map|filter)\(/.test(summary) ? "argument is not an identifier" : "argument must be a simple name";
  }
  if (code === "too_deep") return "expression nests too deep";
  if (code === "limit_exceeded") return "expression recursion limit exceeded: 250";
  if (code === "unexpected_token") {
    return `Syntax error: mismatched input '${tokenAt(text, start)}' expecting ${expectedAt(text, start)}`;
  }
  if (code === "expected_token") return `Syntax error: ${missingToken(text, fault)}`;
  if (code === "unexpected_character") return `Syntax error: ${trailing(text, start)}`;
  return `Syntax error: ${inOwnWords(fault)}`;
};

const findIssues = (text: string, fault: ParseFault): readonly SourceIssue[] => {
  const { code, summary, start } = fault;
  if (code === "unterminated_string") return unknownToken(text, start, text.slice(start));
  // The parser quotes a character that is a token of its own, and not one that is none.
  const isToken = summary.endsWith("'");
  if (code === "unexpected_character" && !isToken) return unknownToken(text, start, text.charAt(start));
  return [{ offset: start, message: describe(text, fault) }];
};

/** Writes a syntax error as cel-go does. What it is not known to say is said in the words of the parser. */
export const formatSyntaxError = (text: string, fault: ParseFault): string =>
  text === "" ? `ERROR: <input>:1:0: ${MISSING_OPERAND}` : formatIssues(text, findIssues(text, fault));
