import {
  type Body,
  calledOperator,
  callOf,
  type Expression,
  type Literal,
  type Term,
  type Variable,
  type With,
} from "./ast.js";
import type { Location } from "./location.js";
import { parseInfix, parseTerm } from "./parse-term.js";
import type { ParserState } from "./parser-state.js";
import { futureKeywords, keywords, type TokenKind } from "./token.js";

const allKeywords: ReadonlySet<string> = new Set([...keywords, ...futureKeywords]);

/** Reads a query up to, not including, its closing token. */
export const parseBody = (parser: ParserState, end: TokenKind): Body | undefined =>
  parser.nested(() => parseQuery(parser, end, "lines"));

/** Reads literals separated by `;` or line breaks; `one` stops where no `;` follows. */
export function parseQuery(parser: ParserState, end: TokenKind, form: "lines" | "one"): Body | undefined {
  if (parser.is(end)) {
    parser.error("found empty body");
    return undefined;
  }
  const body: Literal[] = [];
  for (;;) {
    const literal = parseLiteral(parser);
    if (literal === undefined) return undefined;
    body.push(literal);
    if (parser.is(";")) {
      parser.scan();
      continue;
    }
    if (parser.is(end) || form === "one") return body;
    if (!parser.skippedNewline) {
      if (parser.errors.length === 0) refuseNextLiteral(parser, end);
      return undefined;
    }
  }
}

function refuseNextLiteral(parser: ParserState, end: TokenKind): void {
  const isNewer = parser.options.release === "1.22";
  if (isNewer && !parser.hasHints && parser.is("identifier") && parser.token.text === "in") {
    parser.hint("`import future.keywords.in` for `x in xs` expressions");
  }
  parser.illegal(`expected \\n or ; or ${end}`);
}

/** Reads one condition of a body. */
export function parseLiteral(parser: ParserState): Literal | undefined {
  const { location } = parser;
  if (parser.acceptKeywordReference()) return parseExpressionLiteral(parser, location, "positive");
  if (parser.is("not")) return parseNegation(parser, location);
  if (parser.is("some")) return parseSome(parser, location);
  if (parser.is("every")) return parseEvery(parser, location);
  return parseExpressionLiteral(parser, location, "positive");
}

function parseNegation(parser: ParserState, location: Location): Literal | undefined {
  parser.scan();
  if (parser.is("some") || parser.is("every")) {
    parser.illegal(`illegal negation of '${parser.kind}'`);
    return undefined;
  }
  if (parser.is("{") && parser.activeKeywords.has("not {")) return parseNegatedBody(parser, location);
  return parseExpressionLiteral(parser, location, "negated");
}

/** `not { query }`, with `import future.keywords.not`: objects and sets need parentheses there. */
function parseNegatedBody(parser: ParserState, location: Location): Literal | undefined {
  parser.scan();
  const body = parseBody(parser, "}");
  if (body === undefined) return undefined;
  parser.scan();
  const expression: Expression = { kind: "negated-body", body, location: parser.since(location) };
  return finishLiteral(parser, location, expression, "positive");
}

function finishLiteral(
  parser: ParserState,
  location: Location,
  expression: Expression,
  sign: "positive" | "negated",
): Literal | undefined {
  const modifiers = parser.is("with") ? parseWith(parser) : [];
  if (modifiers === undefined) return undefined;
  return { kind: "literal", negated: sign === "negated", expression, modifiers, location: parser.since(location) };
}

function parseExpressionLiteral(
  parser: ParserState,
  location: Location,
  sign: "positive" | "negated",
): Literal | undefined {
  const start = parser.save();
  const expression = parseExpression(parser);
  if (expression === undefined) return undefined;
  const literal = finishLiteral(parser, location, expression, sign);
  const looksLikeEvery = expression.kind === "variable" && expression.name === "every" && isV0(parser);
  if (literal !== undefined && looksLikeEvery) {
    const end = parser.save();
    parser.restore(start);
    const every = parser.withKeywords(allKeywords, () => parseEvery(parser, location));
    parser.restore(end);
    if (every !== undefined) parser.hint("`import future.keywords.every` for `every x in xs { ... }` expressions");
  }
  return literal;
}

const isV0 = (parser: ParserState): boolean => parser.options.version === "v0";

function parseExpression(parser: ParserState): Expression | undefined {
  const left = parseInfix(parser);
  if (left === undefined) return undefined;
  if (!parser.is("assign") && !parser.is("eq")) return left;
  const { kind, location } = parser;
  parser.scan();
  const right = parseInfix(parser);
  if (right === undefined) return undefined;
  return { ...callOf(kind, [left, right], location), location: parser.since(left.location) };
}

function parseWith(parser: ParserState): readonly With[] | undefined {
  const modifiers: With[] = [];
  while (parser.is("with")) {
    const { location } = parser;
    parser.scan();
    if (!parser.is("identifier")) {
      parser.illegal("expected ident");
      return undefined;
    }
    const target = parseTerm(parser);
    if (target === undefined) return undefined;
    if (target.kind !== "reference" && target.kind !== "variable") parser.illegal("expected with target path");

    if (!parser.is("as")) {
      parser.illegal("expected as keyword");
      return undefined;
    }
    parser.scan();
    const value = parseInfix(parser);
    if (value === undefined) return undefined;
    modifiers.push({ target, value, location: parser.since(location) });
  }
  return modifiers;
}

function parseSome(parser: ParserState, location: Location): Literal | undefined {
  const checkpoint = parser.save();
  parser.scan();
  const term = parseInfix(parser);
  if (term !== undefined && term.kind === "call") {
    const expression = membershipOf(term);
    if (expression === undefined) {
      parser.illegal("expected `x in xs` or `x, y in xs` expression");
      return undefined;
    }
    return finishLiteral(parser, location, { kind: "some-in", ...expression, location: term.location }, "positive");
  }
  parser.restore(checkpoint);
  if (isV0(parser)) hintAtSomeIn(parser);
  return parseSomeNames(parser, location);
}

interface Membership {
  readonly key?: Term;
  readonly value: Term;
  readonly domain: Term;
}

function membershipOf(term: Term): Membership | undefined {
  if (term.kind !== "call") return undefined;
  const operator = calledOperator(term);
  const [first, second, third] = term.args;
  if (first === undefined || second === undefined) return undefined;
  if (operator === "internal.member_2") return { value: first, domain: second };
  if (operator !== "internal.member_3" || third === undefined) return undefined;
  return { key: first, value: second, domain: third };
}

function hintAtSomeIn(parser: ParserState): void {
  const checkpoint = parser.save();
  parser.scan();
  const term = parser.withKeywords(allKeywords, () => parseInfix(parser));
  parser.restore(checkpoint);
  if (term !== undefined && membershipOf(term) !== undefined) {
    parser.hint("`import future.keywords.in` for `some x in xs` expressions");
  }
}

function parseSomeNames(parser: ParserState, start: Location): Literal | undefined {
  const symbols: Variable[] = [];
  do {
    parser.scan();
    if (!parser.is("identifier")) {
      parser.illegal("expected var");
      return undefined;
    }
    symbols.push(parser.variable(parser.token.text, parser.location));
    parser.scan();
  } while (parser.is(","));
  const location = parser.since(start);
  return { kind: "literal", negated: false, expression: { kind: "some", symbols, location }, modifiers: [], location };
}

function parseEvery(parser: ParserState, location: Location): Literal | undefined {
  parser.scan();
  const term = parseInfix(parser);
  if (term === undefined) return undefined;
  const membership = membershipOf(term);
  if (membership === undefined) {
    parser.illegal("expected `x[, y] in xs { ... }` expression");
    return undefined;
  }
  const { key, value, domain } = membership;
  if (key !== undefined && key.kind !== "variable") {
    parser.illegal("expected key to be a variable");
    return undefined;
  }
  if (value.kind !== "variable") {
    parser.illegal("expected value to be a variable");
    return undefined;
  }
  if (!parser.is("{")) {
    parser.illegal("missing body");
    return undefined;
  }
  parser.scan();
  const body = parseBody(parser, "}");
  if (body === undefined) return undefined;
  parser.scan();
  const names = key === undefined ? { value } : { key, value };
  return finishLiteral(parser, location, { kind: "every", ...names, domain, body, location }, "positive");
}
