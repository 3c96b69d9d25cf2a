import { calledOperator, type Literal, type Template, type Term } from "./ast.js";
import { parseLiteral } from "./parse-literal.js";
import type { ParserState } from "./parser-state.js";

/** Reads `$"text {expression} text"`; the current token is left at its last part. */
export function parseTemplate(parser: ParserState, style: "raw" | "escaped"): Template | undefined {
  const { location } = parser;
  const parts: (Term | Literal)[] = [];
  for (;;) {
    const { text, malformed } = parser.token;
    if (malformed !== undefined) {
      parser.error(`illegal template-string part: ${malformed}`);
      return undefined;
    }
    if (text !== "") parts.push({ kind: "scalar", value: text, location: parser.location });
    if (parser.kind.endsWith("-end")) break;
    const part = parseEmbedded(parser);
    if (part === undefined) return undefined;
    parts.push(part);
    if (!parser.is("}")) {
      parser.error("expected } to end template string expression");
      return undefined;
    }
    parser.scanTemplate(style);
    if (parser.is("illegal")) {
      parser.error("expected template-string part");
      return undefined;
    }
  }
  return { kind: "template", style, parts, location: { ...location, end: parser.token.end } };
}

/** An expression inside braces; a constant is taken as it is. */
function parseEmbedded(parser: ParserState): Term | Literal | undefined {
  const commentsBefore = parser.comments.length;
  parser.scan();
  const literal = parseLiteral(parser);
  if (literal === undefined) {
    parser.error("invalid template-string expression");
    return undefined;
  }
  const refusal = refusedExpression(literal);
  if (refusal !== undefined) {
    parser.error(`unexpected ${refusal} in template-string expression`, literal.location);
    return undefined;
  }
  const isConstant = literal.expression.kind === "scalar" && literal.modifiers.length === 0;
  if (isConstant && parser.comments.length === commentsBefore) {
    // A scalar expression is a term.
    return literal.expression as Term;
  }
  return literal;
}

function refusedExpression(literal: Literal): string | undefined {
  if (literal.negated) return "negation ('not')";
  const { expression } = literal;
  if (expression.kind === "every") return "'every'";
  if (expression.kind === "some" || expression.kind === "some-in") return "'some'";
  const operator = calledOperator(expression);
  if (operator === "eq") return "unification ('=')";
  return operator === "assign" ? "assignment (':=')" : undefined;
}
