import { type Body, type Call, calledOperator, type Literal, type Reference, type Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { childTerms, safetyFilter, variablesOf, variablesOfWith } from "./scope-variables.js";
import { Unifier } from "./unifier.js";

/** Number of arguments of a function by its operator; undefined: there is no such function. */
export type Arity = (operator: Reference) => number | undefined;

/**
 * The variables that a literal binds when those in `safe` are bound.
 *
 * @param leftover - what OPA 1.17 has left over from the literals before: it takes that for bound in equations, and thus finds
 * fewer variables unsafe than there are. It is changed.
 */
export function outputsOfLiteral(
  literal: Literal,
  arity: Arity,
  safe: ReadonlySet<string>,
  leftover = new Set<string>(),
): Set<string> {
  if (
    literal.negated ||
    literal.modifiers.some((modifier) => hasOther(variablesOfWith(modifier, safetyFilter), safe))
  ) {
    return new Set();
  }
  const { expression } = literal;
  switch (expression.kind) {
    case "every":
      for (const name of outputsOfTerms([expression.domain], safe)) leftover.add(name);
      return new Set(leftover);
    case "some":
    case "some-in":
    case "negated-body":
      return new Set();
    case "call":
      return outputsOfCallLiteral(expression, literal, arity, { safe, leftover });
    default:
      return outputsOfTerms([expression], safe);
  }
}

interface Known {
  readonly safe: ReadonlySet<string>;
  readonly leftover: Set<string>;
}

function outputsOfCallLiteral(call: Call, literal: Literal, arity: Arity, { safe, leftover }: Known): Set<string> {
  const modifierValues = literal.modifiers.map(({ value }) => value);
  const operator = calledOperator(call);
  const before = new Set(leftover);
  leftover.clear();
  if (operator === "eq") {
    // An equation has no result: as a part of a term it binds nothing.
    return call.args.length === 2 ? equationOutputs(call.args, modifierValues, safe, before) : new Set();
  }
  const outputs = callOutputs(call, modifierValues, arity, safe);
  for (const name of outputs) leftover.add(name);
  return outputs;
}

const hasOther = (names: ReadonlySet<string>, safe: ReadonlySet<string>): boolean => {
  for (const name of names) if (!safe.has(name)) return true;
  return false;
};

/** The variables that `left = right` binds. */
export function equationOutputs(
  sides: readonly Term[],
  others: readonly Term[],
  safe: ReadonlySet<string>,
  leftover: ReadonlySet<string> = new Set(),
): Set<string> {
  const known = outputsOfTerms([...sides, ...others], safe);
  for (const name of [...safe, ...leftover]) known.add(name);
  const [left, right] = sides;
  for (const name of new Unifier(known).solve(certain(left, "left side"), certain(right, "right side")))
    known.add(name);
  for (const name of safe) known.delete(name);
  return known;
}

function callOutputs(call: Call, others: readonly Term[], arity: Arity, safe: ReadonlySet<string>): Set<string> {
  const count = arity(call.operator);
  if (count === undefined) return new Set();
  const outputs = outputsOfTerms([...call.args, ...others], safe);
  const result = call.args[count];
  if (result === undefined) return outputs;
  const filter = { closures: "skip", sets: "skip", objectKeys: "skip", referenceHeads: "skip" } as const;
  for (const name of variablesOf(call.args.slice(0, count), filter)) {
    if (!outputs.has(name) && !safe.has(name)) return new Set();
  }
  for (const name of variablesOf([result], filter)) outputs.add(name);
  return outputs;
}

/** The variables that the references in terms bind by iteration. */
function outputsOfTerms(terms: readonly Term[], safe: ReadonlySet<string>): Set<string> {
  const outputs = new Set<string>();
  for (const term of terms) collectReferences(term, safe, outputs);
  return outputs;
}

function collectReferences(term: Term, safe: ReadonlySet<string>, outputs: Set<string>): void {
  if (term.kind === "comprehension") return;
  if (term.kind === "reference") {
    if (!isHeadSafe(term.head, safe)) return;
    for (const name of variablesOf(term.path, { referenceHeads: "skip" })) outputs.add(name);
  }
  for (const child of childTerms(term)) collectReferences(child, safe, outputs);
}

/** Is the start of a reference bound? */
export function isHeadSafe(head: Term, safe: ReadonlySet<string>): boolean {
  if (head.kind === "variable") return head.name === "input" || head.name === "data" || safe.has(head.name);
  return !hasOther(variablesOf([head], { operators: "skip" }), safe);
}

/** The variables that a body binds, literal by literal. */
export function outputsOfBody(body: Body, arity: Arity, safe: ReadonlySet<string>): Set<string> {
  const known = new Set(safe);
  for (const literal of body) for (const name of outputsOfLiteral(literal, arity, known)) known.add(name);
  return known;
}
