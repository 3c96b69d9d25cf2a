import type {
  Body,
  Comprehension,
  Every,
  Expression,
  Literal,
  NegatedBody,
  Template,
  Term,
  With,
} from "../syntax/ast.js";
import { isGenerated } from "./name-source.js";

/** Which variables of a node are left out. */
export interface VariableFilter {
  /** Those inside comprehensions and `every` bodies. */
  readonly closures?: "skip";
  /** Operators of calls and heads of `with` targets. */
  readonly operators?: "skip";
  /** Heads of references. */
  readonly referenceHeads?: "skip";
  /** Those inside sets. */
  readonly sets?: "skip";
  /** Those inside keys of objects. */
  readonly objectKeys?: "skip";
}

/** What counts for safety: everything that the body itself has to bind. */
export const safetyFilter: VariableFilter = { closures: "skip", operators: "skip" };

/** The names of the variables in terms, in order of appearance. */
export function variablesOf(terms: readonly Term[], filter: VariableFilter = {}): Set<string> {
  const names = new Set<string>();
  for (const term of terms) collectTerm(term, filter, names);
  return names;
}

/** The names of the variables in a literal. */
export function variablesOfLiteral(literal: Literal, filter: VariableFilter = {}): Set<string> {
  const names = new Set<string>();
  collectLiteral(literal, filter, names);
  return names;
}

/** The names of the variables in a body. */
export function variablesOfBody(body: Body, filter: VariableFilter = {}): Set<string> {
  const names = new Set<string>();
  for (const literal of body) collectLiteral(literal, filter, names);
  return names;
}

function collectLiteral(literal: Literal, filter: VariableFilter, names: Set<string>): void {
  collectExpression(literal.expression, filter, names);
  for (const modifier of literal.modifiers) collectWith(modifier, filter, names);
}

/** The names of the variables in one `with`. */
export function variablesOfWith(modifier: With, filter: VariableFilter): Set<string> {
  const names = new Set<string>();
  collectWith(modifier, filter, names);
  return names;
}

function collectWith(modifier: With, filter: VariableFilter, names: Set<string>): void {
  const { target, value } = modifier;
  const skipsHead = filter.operators === "skip" && target.kind === "reference";
  const isName = filter.operators === "skip" && target.kind === "variable";
  if (skipsHead) for (const part of target.path) collectTerm(part, filter, names);
  else if (!isName) collectTerm(target, filter, names);
  // A reference as value is that of a function by now, or starts at a root document.
  const namesFunction = filter.operators === "skip" && value.kind === "reference" && value.head.kind === "variable";
  if (namesFunction) for (const part of value.path) collectTerm(part, filter, names);
  else collectTerm(value, filter, names);
}

function collectExpression(expression: Expression, filter: VariableFilter, names: Set<string>): void {
  switch (expression.kind) {
    case "some":
      for (const symbol of expression.symbols) names.add(symbol.name);
      return;
    case "some-in":
      if (expression.key !== undefined) collectTerm(expression.key, filter, names);
      collectTerm(expression.value, filter, names);
      collectTerm(expression.domain, filter, names);
      return;
    case "every":
      collectEvery(expression, filter, names);
      return;
    case "negated-body":
      collectNegated(expression, filter, names);
      return;
    default:
      collectTerm(expression, filter, names);
  }
}

/** A negated literal that was taken apart needs everything that it mentions, its own parts excepted. */
function collectNegated(negated: NegatedBody, filter: VariableFilter, names: Set<string>): void {
  if (filter.closures === "skip" && negated.isLiteral !== true) return;
  const mentioned = new Set<string>();
  for (const literal of negated.body) collectLiteral(literal, filter, mentioned);
  for (const name of mentioned) if (negated.isLiteral !== true || !isGenerated(name)) names.add(name);
}

function collectEvery(every: Every, filter: VariableFilter, names: Set<string>): void {
  collectTerm(every.domain, filter, names);
  if (filter.closures === "skip") return;
  if (every.key !== undefined) names.add(every.key.name);
  names.add(every.value.name);
  for (const literal of every.body) collectLiteral(literal, filter, names);
}

function collectTerm(term: Term, filter: VariableFilter, names: Set<string>): void {
  switch (term.kind) {
    case "variable":
      names.add(term.name);
      return;
    case "comprehension":
      collectComprehension(term, filter, names);
      return;
    case "template":
      for (const part of term.parts) {
        if (part.kind === "literal") collectLiteral(part, filter, names);
        else collectTerm(part, filter, names);
      }
      return;
    default:
      for (const part of partsOf(term, filter)) collectTerm(part, filter, names);
  }
}

/** The terms in a term whose variables count. */
function partsOf(term: Exclude<Term, Comprehension | Template>, filter: VariableFilter): readonly Term[] {
  switch (term.kind) {
    case "reference": {
      const skipsHead = filter.referenceHeads === "skip" && term.head.kind === "variable";
      return skipsHead ? term.path : childTerms(term);
    }
    case "call": {
      const skipsName = filter.operators === "skip" || filter.referenceHeads === "skip";
      return [...(skipsName ? term.operator.path : childTerms(term.operator)), ...term.args];
    }
    case "set":
      return filter.sets === "skip" ? [] : term.items;
    case "object":
      return filter.objectKeys === "skip" ? term.entries.map(([, value]) => value) : childTerms(term);
    default:
      return childTerms(term);
  }
}

function collectComprehension(term: Comprehension, filter: VariableFilter, names: Set<string>): void {
  if (filter.closures === "skip") return;
  if (term.key !== undefined) collectTerm(term.key, filter, names);
  collectTerm(term.head, filter, names);
  for (const literal of term.body) collectLiteral(literal, filter, names);
}

/** The names of all variables inside the closures of a literal: comprehensions, `every` bodies, negated bodies. */
export function variablesInClosures(literal: Literal): Set<string> {
  const names = new Set<string>();
  const { expression } = literal;
  if (expression.kind === "every" || expression.kind === "negated-body") {
    for (const inner of expression.body) collectLiteral(inner, {}, names);
    if (expression.kind === "every") collectClosures(expression.domain, names);
  } else if (expression.kind === "some-in") collectClosures(expression.domain, names);
  else if (expression.kind !== "some") collectClosures(expression, names);
  for (const modifier of literal.modifiers) collectClosures(modifier.value, names);
  return names;
}

function collectClosures(term: Term, names: Set<string>): void {
  if (term.kind === "comprehension") collectTerm(term, {}, names);
  for (const child of childTerms(term)) collectClosures(child, names);
}

/** The terms directly inside a term, closures not entered. */
export function childTerms(term: Term): readonly Term[] {
  switch (term.kind) {
    case "reference":
      return [term.head, ...term.path];
    case "call":
      return term.args;
    case "array":
    case "set":
      return term.items;
    case "object":
      return term.entries.flat();
    default:
      return [];
  }
}
