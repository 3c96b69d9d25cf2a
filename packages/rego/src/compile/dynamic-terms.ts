import {
  type Body,
  calledOperator,
  callOf,
  type Expression,
  type Literal,
  literalOf,
  plainTerm,
  type Rule,
  type Term,
  variable,
} from "../syntax/ast.js";
import { type FlattenContext, negateWhole } from "./flatten.js";
import { type Mapper, mapRule, mapTerm } from "./map-terms.js";

/** `==` has the meaning of `=` once everything in it is bound. */
export const equalsToUnify: Mapper = {
  term: (term) => {
    if (calledOperator(term) !== "equal" || term.kind !== "call" || term.args.length !== 2) return undefined;
    return {
      ...callOf(
        "eq",
        term.args.map((arg) => mapTerm(arg, equalsToUnify)),
        term.operator.location,
      ),
      location: term.location,
    };
  },
};

/** Turns `==` into `=` in a rule. */
export const unifyEqualsInRule = (rule: Rule): Rule => mapRule(rule, equalsToUnify);

/**
 * Moves references and comprehensions out of arguments, brackets and collections into literals of their own, directly
 * before the literal. Of equations and plain terms the outermost reference or comprehension stays. What is moved out of
 * a negated literal is not negated: OPA does so, and policies depend on it.
 */
export const separateDynamicTerms = (body: Body, context: FlattenContext): Body =>
  body.flatMap((literal) => separateInLiteral(literal, context));

/** The same for the closures in a rule's head, and its body. */
export const separateInRule = (rule: Rule, context: FlattenContext): Rule =>
  mapRule(rule, { body: (body) => separateDynamicTerms(body, context) });

function separateInLiteral(literal: Literal, context: FlattenContext): Body {
  const parts: Literal[] = [];
  const separator = new Separator(literal, parts, context);
  const flat: Literal = { ...literal, expression: separator.expression(literal.expression) };
  if (parts.length > 0 && literal.negated && context.negatesWhole) return [negateWhole(flat, parts)];
  return [...parts, flat];
}

class Separator {
  /** What moves out wherever it stands; the closures in it are separated first. */
  private readonly mapper: Mapper = {
    term: (term) =>
      term.kind === "reference" || term.kind === "comprehension" ? this.moveOut(this.outermost(term)) : undefined,
  };

  constructor(
    private readonly literal: Literal,
    private readonly parts: Literal[],
    private readonly context: FlattenContext,
  ) {}

  expression(expression: Expression): Expression {
    switch (expression.kind) {
      case "every":
        return { ...expression, domain: this.outermost(expression.domain), body: this.body(expression.body) };
      case "negated-body":
        return { ...expression, body: this.body(expression.body) };
      case "call": {
        const isEquation = calledOperator(expression) === "eq" && expression.args.length === 2;
        const args = expression.args.map((arg) => (isEquation ? this.outermost(arg) : this.inner(arg)));
        return { ...expression, args };
      }
      default:
        return this.outermost(plainTerm(expression));
    }
  }

  private body(body: Body): Body {
    return separateDynamicTerms(body, this.context);
  }

  /** A term that stays where it is; only what is inside it moves out. */
  private outermost(term: Term): Term {
    if (term.kind === "reference") return { ...term, path: term.path.map((part) => this.inner(part)) };
    if (term.kind === "comprehension") return { ...term, body: this.body(term.body) };
    return this.inner(term);
  }

  private inner(term: Term): Term {
    return mapTerm(term, this.mapper);
  }

  private moveOut(term: Term): Term {
    const { location } = term;
    const result = variable(this.context.names.fresh(), location);
    const equation = literalOf(callOf("eq", [result, term], location), location);
    this.parts.push({ ...equation, modifiers: this.literal.modifiers, generated: true });
    return result;
  }
}
