import { type Body, callOf, type Literal, literalOf, type Rule, type Term, variable } from "../syntax/ast.js";
import { appendSupport } from "./flatten.js";
import { type Mapper, mapComprehension, mapHead, mapLiteral, mapTerm } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import { childTerms } from "./scope-variables.js";

/** Does a term have to be evaluated, i.e. does it contain a reference, call or comprehension? */
export function requiresEvaluation(term: Term): boolean {
  if (term.kind === "reference" || term.kind === "call" || term.kind === "comprehension") return true;
  return childTerms(term).some(requiresEvaluation);
}

/** Moves what has to be evaluated in heads of comprehensions to the end of their bodies. */
export function simplifyComprehensionHeads(body: Body, names: NameSource): Body {
  const mapper = comprehensionMapper(names);
  return body.map((literal) => mapLiteral(literal, mapper));
}

function comprehensionMapper(names: NameSource): Mapper {
  const mapper: Mapper = {
    term: (term) => {
      if (term.kind !== "comprehension") return undefined;
      const inner = mapComprehension(term, mapper);
      const body = [...inner.body];
      const key = inner.key === undefined ? undefined : simplify(inner.key, body, names);
      const head = simplify(inner.head, body, names);
      return key === undefined ? { ...inner, head, body } : { ...inner, key, head, body };
    },
  };
  return mapper;
}

function simplify(term: Term, body: Literal[], names: NameSource): Term {
  if (!requiresEvaluation(term)) return term;
  const { location } = term;
  const result = variable(names.fresh(), location);
  appendSupport(body, [literalOf(callOf("eq", [result, term], location), location)]);
  return result;
}

/** Moves what has to be evaluated in the head of a rule to the end of its body. */
export function simplifyHead(rule: Rule, names: NameSource): Rule {
  const mapper = comprehensionMapper(names);
  const body = [...rule.body.map((literal) => mapLiteral(literal, mapper))];
  const head = mapHead(rule.head, (term) => simplify(mapTerm(term, mapper), body, names));
  return { ...rule, head, body };
}
