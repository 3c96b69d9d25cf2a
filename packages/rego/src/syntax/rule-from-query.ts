import { type Body, calledOperator, dottedName, type Head, type Literal, type Rule, scalar, type Term } from "./ast.js";
import type { Location } from "./location.js";
import { trueBody } from "./parse-rule.js";
import { termKindName } from "./parse-term.js";
import { printTerm } from "./print-term.js";

/** The rule that a bare statement stands for, or why it cannot be one. */
export type Interpretation = { readonly rule: Rule } | { readonly error: string };

/**
 * A top-level statement without body is a rule whose body is true: `x = 1`, `p["a"]`, `f(1) = 2`, …
 *
 * @param builtinNames Names that a bare call must not define.
 */
export function ruleFromQuery(query: Body, builtinNames: (name: string) => boolean): Interpretation {
  const [literal] = query;
  if (literal === undefined || query.length !== 1)
    return { error: "multiple expressions cannot be used for rule head" };
  const refusal = refusedStatement(literal);
  if (refusal !== undefined) return { error: refusal };
  const { expression } = literal;
  if (expression.kind === "some" || expression.kind === "some-in") {
    return { error: "'some' declarations cannot be used for rule head" };
  }
  if (expression.kind === "every" || expression.kind === "negated-body") {
    return { error: "'every' cannot be used for rule head" };
  }
  if (expression.kind !== "call") return fromTerm(expression, literal.location);
  const operator = calledOperator(expression);
  const [left, right] = expression.args;
  if ((operator === "eq" || operator === "assign") && left !== undefined && right !== undefined) {
    return fromEquation(left, right, operator === "assign", literal.location);
  }
  const name = dottedName(expression.operator);
  if (name !== undefined && builtinNames(name)) return { error: "rule name conflicts with built-in function" };
  if (expression.args.length === 0) return { error: "rule argument list must take at least one argument" };
  return fromCall(expression, { value: scalar(true, expression.location), assign: false }, literal.location);
}

function refusedStatement(literal: Literal): string | undefined {
  if (literal.negated) return "negated expressions cannot be used for rule head";
  return literal.modifiers.length > 0 ? "expressions using with keyword cannot be used for rule head" : undefined;
}

function ruleOf(head: Omit<Head, "location">, location: Location): Interpretation {
  const rule: Rule = {
    location,
    isDefault: false,
    head: { ...head, location },
    body: trueBody(location),
    usesIf: false,
    usesContains: false,
    generatedBody: true,
  };
  return { rule };
}

function fromTerm(term: Term, location: Location): Interpretation {
  if (term.kind !== "reference") return { error: `${termKindName(term)} cannot be used for rule name` };
  if (term.head.kind !== "variable") return { error: `invalid rule head: ${printTerm(term)}` };
  const [key] = term.path;
  if (key === undefined) return { error: "refs cannot be used for rule head" };
  if (term.path.length === 1) return ruleOf({ reference: { ...term, path: [] }, key, assign: false }, location);
  return ruleOf({ reference: term, value: scalar(true, location), assign: false, generatedValue: true }, location);
}

function fromEquation(left: Term, right: Term, assign: boolean, location: Location): Interpretation {
  if (left.kind === "call") return fromCall(left, { value: right, assign }, location);
  if (left.kind === "variable") {
    const reference = { kind: "reference", head: left, path: [], location: left.location } as const;
    return ruleOf({ reference, value: right, assign }, location);
  }
  if (left.kind !== "reference") return { error: `${termKindName(left)} cannot be used for rule name` };
  if (left.head.kind !== "variable") return { error: `invalid rule head: ${printTerm(left)}` };
  return ruleOf({ reference: left, value: right, assign }, location);
}

function fromCall(
  call: Extract<Term, { kind: "call" }>,
  result: { readonly value: Term; readonly assign: boolean },
  location: Location,
): Interpretation {
  if (call.operator.head.kind !== "variable") return { error: `invalid rule head: ${printTerm(call.operator)}` };
  return ruleOf({ reference: call.operator, args: call.args, ...result }, location);
}
