import { type Comprehension, type Literal, plainTerm, type Reference, type Term } from "../../syntax/ast.js";
import { childTerms } from "../scope-variables.js";

/** The references of a literal that are checked with it: those outside of comprehensions. */
export const checkedReferences = (literal: Literal): readonly Reference[] => termsOf(literal).flatMap(referencesIn);

/** The comprehensions of a literal that are checked with it: those that are not inside other ones. */
export const checkedComprehensions = (literal: Literal): readonly Comprehension[] =>
  termsOf(literal).flatMap(comprehensionsIn);

/** The literals of `every` and `not { … }` are not checked themselves: only the terms in them are. */
function termsOf({ expression }: Literal): readonly Term[] {
  switch (expression.kind) {
    case "every":
      return [expression.domain, ...expression.body.flatMap(termsOf)];
    case "call":
      return expression.args;
    case "negated-body":
      return expression.body.flatMap(termsOf);
    default:
      return [plainTerm(expression)];
  }
}

function referencesIn(term: Term): readonly Reference[] {
  if (term.kind === "comprehension") return [];
  const inner = childTerms(term).flatMap(referencesIn);
  return term.kind === "reference" ? [term, ...inner] : inner;
}

const comprehensionsIn = (term: Term): readonly Comprehension[] =>
  term.kind === "comprehension" ? [term] : childTerms(term).flatMap(comprehensionsIn);
