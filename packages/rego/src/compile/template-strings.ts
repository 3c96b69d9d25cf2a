import {
  type Body,
  callOf,
  type Literal,
  literalOf,
  type Rule,
  type Template,
  type Term,
  variable,
} from "../syntax/ast.js";
import { type Mapper, mapBody, mapLiteral, mapRule, mapTerm } from "./map-terms.js";
import type { NameSource } from "./name-source.js";

/**
 * Turns `$"a {x}"` into a call of `internal.template_string` on an array in which each expression is a set
 * comprehension: an undefined expression is then an empty set.
 */
export const expandTemplates = (rule: Rule, names: NameSource): Rule => mapRule(rule, templateMapper(names));

/** The same for a query. */
export const expandTemplatesInQuery = (query: Body, names: NameSource): Body => mapBody(query, templateMapper(names));

function templateMapper(names: NameSource): Mapper {
  const mapper: Mapper = {
    term: (term) => (term.kind === "template" ? expand(term, names, mapper) : undefined),
  };
  return mapper;
}

function expand(template: Template, names: NameSource, mapper: Mapper): Term {
  const { location } = template;
  const parts = template.parts.map((part) =>
    part.kind === "literal" ? optional(mapLiteral(part, mapper), template, names) : mapTerm(part, mapper),
  );
  return callOf("internal.template_string", [{ kind: "array", items: parts, location }], location);
}

/** `{value | value = expression}` with the modifiers of the expression. */
function optional(literal: Literal, template: Template, names: NameSource): Term {
  const { location } = template;
  const head = variable(names.fresh(), location);
  // The parser admits only terms here.
  const term = literal.expression as Term;
  const equation = { ...literalOf(callOf("eq", [head, term], location), location), modifiers: literal.modifiers };
  return { kind: "comprehension", collects: "set", head, body: [equation], location };
}
