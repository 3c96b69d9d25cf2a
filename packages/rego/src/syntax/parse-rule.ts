import { type Body, type Head, literalOf, type Rule, scalar, type Term } from "./ast.js";
import { validateDefault } from "./default-rule.js";
import { refusesKeywordAsName } from "./keyword-as-name.js";
import type { Location } from "./location.js";
import { parseHead, type WrittenHead } from "./parse-head.js";
import { parseBody, parseLiteral } from "./parse-literal.js";
import { parseInfix } from "./parse-term.js";
import type { ParserState } from "./parser-state.js";

/** Reads a rule with all its bodies; `undefined` without errors: what stands here is no rule but perhaps a query. */
export function parseRules(parser: ParserState): readonly Rule[] | undefined {
  const start = parser.location;
  parser.acceptKeywordReference();
  if (parser.is("default")) return parseDefault(parser, start);
  if (!parser.is("identifier")) return undefined;
  const written = parseHead(parser, "rule");
  if (written === undefined) return undefined;
  const usesIf = parser.is("if");
  const head = interpretHead(written, usesIf ? "if" : "no if");
  const { usesContains } = written;
  if (!usesIf && !parser.is("{")) {
    if (!usesContains) return undefined;
    const body = trueBody(start);
    return [{ location: head.location, isDefault: false, head, body, usesIf, usesContains, generatedBody: true }];
  }
  const body = usesIf ? parseBodyAfterIf(parser) : parseBraces(parser);
  if (body === undefined) return undefined;
  const rule: Rule = { location: start, isDefault: false, head, body, usesIf, usesContains };
  return parseFurtherBodies(parser, rule);
}

/** The body of a rule that has none. */
export const trueBody = (location: Location): Body => [literalOf(scalar(true, location), location)];

function parseDefault(parser: ParserState, start: Location): readonly Rule[] | undefined {
  parser.scan();
  parser.acceptKeywordReference();
  if (refusesKeywordAsName(parser, "default")) return undefined;
  if (!parser.is("identifier")) return undefined;
  const written = parseHead(parser, "default");
  if (written === undefined) return undefined;
  const { usesContains, ...head } = written;
  const rule: Rule = { location: start, isDefault: true, head, body: trueBody(start), usesIf: false, usesContains };
  const errors = validateDefault(rule);
  for (const message of errors) parser.error(message, start);
  return errors.length === 0 ? [rule] : undefined;
}

/**
 * What a head means depends on `if`: with it `p[x]` has the value true for each x, without it `p[x]` is a partial set.
 */
function interpretHead(written: WrittenHead, form: "if" | "no if"): Head {
  const { usesContains, ...head } = written;
  const [key, ...more] = head.reference.path;
  const isSingleBracket = more.length === 0 && (head.args ?? []).length === 0;
  if (usesContains || key === undefined || !isSingleBracket || head.value !== undefined) return head;
  if (form === "if") return { ...head, value: scalar(true, head.location), generatedValue: true };
  return { ...head, reference: { ...head.reference, path: [] }, key };
}

/**
 * After `if`: one literal, or a query in braces; braces are first tried as an object or comprehension.
 * When the literal does not parse OPA 1.17 takes the next token for a brace, whatever it is; its error messages show it.
 */
function parseBodyAfterIf(parser: ParserState): Body | undefined {
  parser.scan();
  const checkpoint = parser.save();
  const isBody = parser.is("{") || parser.options.release === "1.17";
  const literal = parseLiteral(parser);
  if (literal !== undefined && !(isBody && literal.expression.kind === "set")) return [literal];
  if (!isBody) return undefined;
  parser.restore(checkpoint);
  return parseBraces(parser);
}

function parseBraces(parser: ParserState): Body | undefined {
  parser.scan();
  const body = parseBody(parser, "}");
  if (body === undefined) return undefined;
  parser.scan();
  return body;
}

function parseFurtherBodies(parser: ParserState, first: Rule): readonly Rule[] | undefined {
  let rule = first;
  if (parser.is("else") && !parser.acceptKeywordReference()) {
    const branch = isElseAllowed(parser, rule.head) ? parseElse(parser, rule.head) : undefined;
    if (branch === undefined) return undefined;
    rule = { ...rule, else: branch };
  }
  const rules = [{ ...rule, location: parser.since(rule.location) }];
  while (parser.is("{")) {
    if (rule.else !== undefined) {
      parser.error("expected else keyword");
      return undefined;
    }
    const start = parser.location;
    const body = parseBraces(parser);
    if (body === undefined) return undefined;
    const location = parser.since(start);
    const head = { ...freshArguments(parser, rule.head), location };
    rules.push({ location, isDefault: false, head, body, usesIf: rule.usesIf, usesContains: rule.usesContains });
  }
  return rules;
}

function isElseAllowed(parser: ParserState, head: Head): boolean {
  if (head.reference.path.some((part) => part.kind !== "scalar")) {
    parser.error("else keyword cannot be used on rules with variables in head");
    return false;
  }
  if (head.key === undefined) return true;
  parser.error("else keyword cannot be used on multi-value rules");
  return false;
}

/** Each branch and body has wildcards of its own. */
function freshArguments(parser: ParserState, head: Head): Head {
  if (head.args === undefined) return head;
  const args = head.args.map((arg): Term => {
    const isWildcard = arg.kind === "variable" && arg.name.startsWith("$");
    return isWildcard ? { ...arg, name: parser.wildcard() } : arg;
  });
  return { ...head, args };
}

function parseElse(parser: ParserState, parent: Head): Rule | undefined {
  const start = parser.location;
  parser.scan();
  const head = parseElseHead(parser, { ...freshArguments(parser, parent), location: start });
  if (head === undefined) return undefined;
  const usesIf = parser.is("if");
  const base = { location: parser.since(start), isDefault: false, head, usesIf, usesContains: false };
  if (!usesIf && !parser.is("{")) return { ...base, body: trueBody(start), generatedBody: true };
  if (usesIf) parser.scan();
  const body = parseElseBody(parser);
  if (body === undefined) return undefined;
  if (!parser.is("else")) return { ...base, body };
  const next = parseElse(parser, parent);
  return next === undefined ? undefined : { ...base, body, else: next };
}

function parseElseHead(parser: ParserState, parent: Head): Head | undefined {
  const { value: _value, generatedValue: _generated, ...rest } = parent;
  if (parser.is("{") || parser.is("if")) {
    return { ...rest, value: scalar(true, parent.location), generatedValue: true };
  }
  if (!parser.is("assign") && !parser.is("eq")) {
    parser.illegal("expected else value term or rule body");
    return undefined;
  }
  const assign = parser.is("assign");
  parser.scan();
  const value = parseInfix(parser);
  return value === undefined ? undefined : { ...rest, assign, value, location: parser.since(parent.location) };
}

function parseElseBody(parser: ParserState): Body | undefined {
  if (parser.is("{")) return parseBraces(parser);
  if (parser.is("eof")) {
    parser.illegal("rule body expected");
    return undefined;
  }
  const literal = parseLiteral(parser);
  return literal === undefined ? undefined : [literal];
}
