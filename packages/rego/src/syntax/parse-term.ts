import { type Call, callOf, type Reference, scalar, type Term } from "./ast.js";
import type { Location } from "./location.js";
import { parseNumber } from "./parse-number.js";
import type { ParserState } from "./parser-state.js";
import type { TokenKind } from "./token.js";

/** Operators by how tightly they bind, loosest first; all are left associative. */
const levels: readonly ReadonlySet<TokenKind>[] = [
  new Set<TokenKind>(["equal", "neq", "lt", "gt", "lte", "gte"]),
  new Set<TokenKind>(["or"]),
  new Set<TokenKind>(["and"]),
  new Set<TokenKind>(["plus", "minus"]),
  new Set<TokenKind>(["mul", "div", "rem"]),
];

/** Reads a term with infix operators, also `key, value in collection`. */
export const parseInfix = (parser: ParserState): Term | undefined => parseMembership(parser, "pairs");

/** Reads a term with infix operators where a comma separates items, so `in` has one left operand. */
export const parseItem = (parser: ParserState): Term | undefined => parseMembership(parser, "single");

function parseMembership(parser: ParserState, form: "pairs" | "single"): Term | undefined {
  let left = parseLevel(parser, 0);
  for (let length = 0; ; length += 1) {
    if (left === undefined || !parser.allowsChain(length)) return undefined;
    const pair: Term | undefined = form === "pairs" && parser.is(",") ? parsePairMembership(parser, left) : undefined;
    if (pair !== undefined) {
      left = pair;
      if (parser.is("in")) continue;
      return left;
    }
    parser.acceptKeywordReference();
    if (!parser.is("in")) return left;
    const { location } = parser;
    parser.scan();
    const right = parseLevel(parser, 0);
    if (right === undefined) return left;
    left = infix(parser, "internal.member_2", location, [left, right]);
    if (!parser.is("in")) return left;
  }
}

function parsePairMembership(parser: ParserState, key: Term): Term | undefined {
  const checkpoint = parser.save();
  parser.scan();
  const value = parseLevel(parser, 0);
  if (value !== undefined && parser.is("in")) {
    const { location } = parser;
    parser.scan();
    const collection = parseLevel(parser, 0);
    if (collection !== undefined) return infix(parser, "internal.member_3", location, [key, value, collection]);
  }
  parser.restore(checkpoint);
  return undefined;
}

function infix(parser: ParserState, name: string, operatorLocation: Location, args: readonly [Term, ...Term[]]): Call {
  return { ...callOf(name, args, operatorLocation), location: parser.since(args[0].location) };
}

function parseLevel(parser: ParserState, level: number): Term | undefined {
  const operators = levels[level];
  if (operators === undefined) return parseTerm(parser);
  let left = parseLevel(parser, level + 1);
  for (let length = 0; left !== undefined && operators.has(parser.kind); length += 1) {
    if (!parser.allowsChain(length)) return undefined;
    const { kind, location } = parser;
    parser.scan();
    const right = parseLevel(parser, level + 1);
    if (right === undefined) return left;
    left = infix(parser, kind, location, [left, right]);
  }
  return left;
}

/** Reads a term without infix operators: a scalar, name, reference, call, collection, comprehension or `( … )`. */
export const parseTerm = (parser: ParserState): Term | undefined =>
  parser.memoize(() => parser.nested(() => parseNegation(parser) ?? finishTerm(parser, parseTermStart(parser))));

/** A minus before a name is a subtraction from zero; before a number it belongs to the number. */
function parseNegation(parser: ParserState): Term | undefined {
  if (!parser.is("minus")) return undefined;
  const { location } = parser;
  const checkpoint = parser.save();
  parser.scan();
  const operand = parser.is("identifier") ? parseTerm(parser) : undefined;
  if (operand !== undefined) return infix(parser, "minus", location, [scalar(0, location), operand]);
  parser.restore(checkpoint);
  return undefined;
}

function parseTermStart(parser: ParserState): Term | undefined {
  const { location } = parser;
  switch (parser.kind) {
    case "null":
      return { kind: "scalar", value: null, location };
    case "true":
    case "false":
      return { kind: "scalar", value: parser.is("true"), location };
    case "minus":
    case ".":
    case "number":
      return parseNumber(parser);
    case "string":
    case "raw-string":
      return parseString(parser);
    case "template-string-part":
    case "template-string-end":
      return parser.compound.template(parser, "escaped");
    case "raw-template-string-part":
    case "raw-template-string-end":
      return parser.compound.template(parser, "raw");
    case "identifier":
    case "contains":
      return parser.variable(parser.token.text, location);
    case "[":
      return parser.compound.array(parser);
    case "{":
      return parser.compound.setOrObject(parser);
    case "(":
      return parseParentheses(parser);
    default:
      parser.illegal();
      return undefined;
  }
}

function parseString(parser: ParserState): Term | undefined {
  const { location, token } = parser;
  if (token.malformed === undefined) return { kind: "scalar", value: token.text, location };
  parser.error(`illegal string literal: ${token.malformed}`);
  return undefined;
}

function parseParentheses(parser: ParserState): Term | undefined {
  parser.scan();
  const term = parseInfix(parser);
  if (term === undefined) return undefined;
  if (parser.is(")")) return term;
  parser.error("non-terminated expression");
  return undefined;
}

function finishTerm(parser: ParserState, term: Term | undefined): Term | undefined {
  if (term === undefined) return undefined;
  parser.scanOverNothing();
  return finishReference(parser, term);
}

/** After a term: the parts of a reference or the arguments of a call, if any follow. */
export function finishReference(parser: ParserState, term: Term): Term | undefined {
  if (parser.is("(") || parser.is(".") || parser.is("[")) return parseReference(parser, term);
  if (parser.is("whitespace")) parser.scan();
  if (term.kind === "variable" && isRootDocument(term.name)) return referenceOf(term, [], term.location);
  return term;
}

const isRootDocument = (name: string): boolean => name === "input" || name === "data";

const referenceOf = (head: Term, path: readonly Term[], location: Location): Reference => ({
  kind: "reference",
  head,
  path,
  location,
});

const referenceHeads: ReadonlySet<Term["kind"]> = new Set<Term["kind"]>([
  "variable",
  "array",
  "object",
  "set",
  "comprehension",
  "call",
]);

function parseReference(parser: ParserState, head: Term): Term | undefined {
  return parser.nested(() => {
    if (!referenceHeads.has(head.kind)) {
      parser.error(`illegal ref (head cannot be ${termKindName(head)})`, head.location);
    }
    const path: Term[] = [];
    for (;;) {
      if (parser.is("(")) return parseCallSuffix(parser, referenceOf(head, path, parser.since(head.location)));
      if (!parser.is(".") && !parser.is("[")) break;
      const part = parser.is(".") ? parseDotted(parser) : parseBracketed(parser);
      if (part === undefined) return undefined;
      path.push(part);
    }
    const location = parser.since(head.location);
    if (parser.is("whitespace")) parser.scan();
    return referenceOf(head, path, location);
  });
}

function parseDotted(parser: ParserState): Term | undefined {
  parser.scanOverNothing();
  if (!parser.is("identifier") && !parser.isKeywordForReference(parser.kind)) {
    parser.illegal("expected identifier");
    return undefined;
  }
  const part: Term = { kind: "scalar", value: parser.token.text, location: parser.location };
  parser.scanOverNothing();
  return part;
}

function parseBracketed(parser: ParserState): Term | undefined {
  parser.scan();
  const part = parseInfix(parser);
  if (part === undefined) return undefined;
  if (!parser.is("]")) {
    parser.illegal("expected [");
    return undefined;
  }
  parser.scanOverNothing();
  return part;
}

function parseCallSuffix(parser: ParserState, operator: Reference): Term | undefined {
  const call = parseArguments(parser, operator);
  if (call === undefined) return undefined;
  if (parser.is("whitespace")) {
    parser.scan();
    return call;
  }
  return parser.is(".") || parser.is("[") ? parseReference(parser, call) : call;
}

function parseArguments(parser: ParserState, operator: Reference): Term | undefined {
  parser.scan();
  const args = parseList(parser, ")");
  if (args === undefined) return undefined;
  const location: Location = { ...operator.location, end: parser.token.end };
  parser.scanOverNothing();
  const isSetConstructor =
    operator.path.length === 0 && operator.head.kind === "variable" && operator.head.name === "set";
  if (isSetConstructor && args.length === 0) return { kind: "set", items: [], location };
  return { kind: "call", operator, args, location };
}

/** Reads items up to, not including, the closing token; a comma may stand before it. */
export function parseList(parser: ParserState, end: TokenKind): readonly Term[] | undefined {
  const items: Term[] = [];
  while (!parser.is(end)) {
    const item = parseItem(parser);
    if (item === undefined) return undefined;
    items.push(item);
    if (parser.is(end)) break;
    if (!parser.is(",")) {
      parser.illegal(`expected "," or "${end}"`);
      return undefined;
    }
    parser.scan();
  }
  return items;
}

/** What OPA calls a term of this kind in error messages. */
export function termKindName(term: Term): string {
  if (term.kind === "comprehension") return `${term.collects}comprehension`;
  if (term.kind === "reference") return "ref";
  if (term.kind === "variable") return "var";
  if (term.kind === "template") return "templatestring";
  if (term.kind !== "scalar") return term.kind;
  if (term.value === null) return "null";
  const type = typeof term.value;
  return type === "string" || type === "boolean" ? type : "number";
}
