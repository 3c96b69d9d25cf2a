import {
  type Body,
  type Comprehension,
  callOf,
  type Expression,
  type Literal,
  literalOf,
  plainTerm,
  type Rule,
  type Term,
  variable,
  type With,
} from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { type Mapper, mapHead, mapTerm } from "./map-terms.js";
import type { NameSource } from "./name-source.js";

/** What flattening needs to know of the module. */
export interface FlattenContext {
  readonly names: NameSource;
  /** What is moved out of a negated literal stays negated (`import future.keywords.not`). */
  readonly negatesWhole: boolean;
}

/** Moves every call that is part of another term into a literal `call(args, result)` of its own, before the literal. */
export function flattenBody(body: Body, context: FlattenContext): Body {
  return body.flatMap((literal) => flattenLiteral(literal, context));
}

/** The same for a rule; what the head calls is appended to the body. */
export function flattenRule(rule: Rule, context: FlattenContext): Rule {
  const body = [...flattenBody(rule.body, context)];
  const { args, ...rest } = rule.head;
  const flatten = (term: Term): Term => {
    const support: Literal[] = [];
    const flat = flattenTerm(term, support, [], context);
    appendSupport(body, support);
    return flat;
  };
  const flatArgs = args?.map(flatten);
  const head = mapHead(rest, flatten);
  return { ...rule, head: flatArgs === undefined ? head : { ...head, args: flatArgs }, body };
}

/**
 * Appends what a head needs to the body of a rule. A body that is only `true` is replaced, and OPA does not look whether it
 * is negated: `p := f(1) { not true }` has a value.
 */
export function appendSupport(body: Literal[], support: readonly Literal[]): void {
  const [only] = body;
  const isTrue = only?.expression.kind === "scalar" && only.expression.value === true && only.modifiers.length === 0;
  if (support.length > 0 && body.length === 1 && isTrue) body.pop();
  body.push(...support);
}

function flattenLiteral(literal: Literal, context: FlattenContext): Body {
  const support: Literal[] = [];
  const modifiers = literal.modifiers.map(
    (modifier): With => ({
      ...modifier,
      value: flattenTerm(modifier.value, support, [], context),
    }),
  );
  const own: Literal[] = [];
  const expression = flattenExpression(literal.expression, own, modifiers, context);
  const flat: Literal = { ...literal, expression, modifiers };
  if (own.length > 0 && literal.negated && context.negatesWhole) return [...support, negateWhole(flat, own)];
  return [...support, ...own, flat];
}

/** `not { parts; literal }`. */
export function negateWhole(literal: Literal, parts: readonly Literal[]): Literal {
  const { location } = literal;
  const body = [...parts, { ...literal, negated: false }];
  return {
    ...literal,
    negated: false,
    modifiers: [],
    expression: { kind: "negated-body", body, location, isLiteral: true },
  };
}

function flattenExpression(
  expression: Expression,
  support: Literal[],
  modifiers: readonly With[],
  context: FlattenContext,
): Expression {
  switch (expression.kind) {
    case "every": {
      const { location } = expression.domain;
      const domain = variable(context.names.fresh(), location);
      const value = flattenTerm(expression.domain, support, modifiers, context);
      support.push(generated(callOf("eq", [domain, value], location), location, modifiers));
      return { ...expression, domain, body: flattenBody(expression.body, context) };
    }
    case "negated-body":
      return { ...expression, body: flattenBody(expression.body, context) };
    case "call":
      return { ...expression, args: expression.args.map((arg) => flattenTerm(arg, support, modifiers, context)) };
    default:
      return flattenTerm(plainTerm(expression), support, modifiers, context);
  }
}

const generated = (expression: Term, location: Location, modifiers: readonly With[]): Literal => ({
  ...literalOf(expression, location),
  modifiers,
  generated: true,
});

function flattenTerm(term: Term, support: Literal[], modifiers: readonly With[], context: FlattenContext): Term {
  const name = (value: Term, expressionOf: (result: Term) => Term): Term => {
    const result = variable(context.names.fresh(), value.location);
    support.push(generated(expressionOf(result), value.location, modifiers));
    return result;
  };
  const mapper: Mapper = {
    term: (part) => {
      if (part.kind === "comprehension") return flattenComprehension(part, context);
      if (part.kind === "call") {
        const args = part.args.map((arg) => mapTerm(arg, mapper));
        return name(part, (result) => ({ ...part, args: [...args, result] }));
      }
      if (part.kind !== "reference") return undefined;
      const head = mapTerm(part.head, mapper);
      const path = part.path.map((step) => mapTerm(step, mapper));
      const isNamed = head.kind === "variable" || head.kind === "scalar";
      return { ...part, head: isNamed ? head : name(part, (base) => callOf("eq", [base, head], part.location)), path };
    },
  };
  return mapTerm(term, mapper);
}

/** What the head of a comprehension calls belongs to its body. */
function flattenComprehension(term: Comprehension, context: FlattenContext): Comprehension {
  const support: Literal[] = [];
  const key = term.key === undefined ? undefined : flattenTerm(term.key, support, [], context);
  const head = flattenTerm(term.head, support, [], context);
  const body = [...flattenBody(term.body, context), ...support];
  return key === undefined ? { ...term, head, body } : { ...term, key, head, body };
}
