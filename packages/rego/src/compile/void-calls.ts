import { type Body, calledOperator, callOf, literalOf, type Rule, type Term } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { printTerm } from "../syntax/print-term.js";
import { headTerms, type Mapper, mapLiteral, mapTerm } from "./map-terms.js";

/** A `print` has no value: it cannot be part of another term. */
export function checkVoidCalls(rule: Rule, problems: Diagnostic[]): void {
  for (const term of headTerms(rule.head)) checkVoidTerm(term, problems);
  checkVoidBody(rule.body, problems);
}

function checkVoidBody(body: Body, problems: Diagnostic[]): void {
  const mapper: Mapper = {
    term: (term) => {
      if (calledOperator(term) === "print") {
        problems.push(diagnose("rego_type_error", `${printTerm(term)} used as value`, term.location));
      }
      return undefined;
    },
    body: (inner) => {
      checkVoidBody(inner, problems);
      return inner;
    },
  };
  for (const literal of body) {
    const { expression } = literal;
    if (expression.kind === "call") for (const arg of expression.args) mapTerm(arg, mapper);
    else mapLiteral(literal, mapper);
  }
}

function checkVoidTerm(term: Term, problems: Diagnostic[]): void {
  const { location } = term;
  checkVoidBody([literalOf(callOf("eq", [term], location), location)], problems);
}
