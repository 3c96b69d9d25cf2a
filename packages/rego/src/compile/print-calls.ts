import {
  type Body,
  type Call,
  calledOperator,
  callOf,
  isWildcard,
  type Literal,
  literalOf,
  type Rule,
  scalar,
  type Term,
  variable,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { sourceName } from "../syntax/print-term.js";
import type { Reference as Release } from "../value/reference.js";
import { type Mapper, mapLiteral, mapRule } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import { type Arity, outputsOfBody } from "./outputs.js";
import { variablesOf, variablesOfBody } from "./scope-variables.js";

/** Removes `print` calls: printing is off. */
export const erasePrints: Mapper = { body: (body) => eraseInBody(body) };

function eraseInBody(body: Body): Body {
  const kept = body.filter((literal) => !isPrint(literal)).map((literal) => mapLiteral(literal, erasePrints));
  const location = body[0]?.location;
  return kept.length === 0 && location !== undefined ? [literalOf(scalar(true, location), location)] : kept;
}

const isPrint = (literal: Literal): boolean => calledOperator(literal.expression) === "print";

/** Removes the `print` calls of a rule. */
export const erasePrintsInRule = (rule: Rule): Rule => mapRule(rule, erasePrints);

/** What the rewriting of `print` calls needs. */
export interface PrintContext {
  readonly names: NameSource;
  readonly arity: Arity;
  readonly problems: Diagnostic[];
}

/**
 * Turns `print(a, b)` into `internal.print([{x | x = a}, {x | x = b}])`: an undefined operand is then an empty set, and
 * several values are several lines. What is printed must be bound by the literals before.
 *
 * @param known - variables that are bound outside
 */
export function expandPrints(body: Body, known: ReadonlySet<string>, context: PrintContext): Body {
  const { problems } = context;
  const problemsBefore = problems.length;
  const literals: Literal[] = [];
  for (const [index, literal] of body.entries()) {
    literals.push(mapLiteral(literal, closureMapper(literal, body.slice(0, index), known, context)));
    if (problems.length > problemsBefore) return [...literals, ...body.slice(literals.length)];
  }
  return literals.map((literal, index) => {
    const call = literal.expression;
    if (problems.length > problemsBefore || call.kind !== "call" || !isPrint(literal)) return literal;
    const expanded = { ...literal, expression: expandPrint(call, literals.slice(0, index), known, context) };
    return problems.length > problemsBefore ? literal : expanded;
  });
}

function closureMapper(literal: Literal, before: Body, known: ReadonlySet<string>, context: PrintContext): Mapper {
  const { expression } = literal;
  const names = expression.kind === "every" ? [expression.key?.name, expression.value.name] : [];
  let bound: Set<string> | undefined;
  return {
    body: (inner) => {
      bound ??= outputsOfBody(before, context.arity, known);
      for (const name of names) if (name !== undefined) bound.add(name);
      return expandPrints(inner, bound, context);
    },
  };
}

function expandPrint(call: Call, before: Body, known: ReadonlySet<string>, context: PrintContext): Call {
  const bound = outputsOfBody(before, context.arity, known);
  for (const name of variablesOfBody(before)) if (isRenamed(name)) bound.add(name);
  for (const arg of call.args) checkOperand(arg, bound, context);
  const items = call.args.map((arg) => operandSet(arg, context.names));
  return callOf("internal.print", [{ kind: "array", items, location: call.location }], call.location);
}

function checkOperand(arg: Term, bound: ReadonlySet<string>, { problems }: PrintContext): void {
  const names = [...variablesOf([arg], { closures: "skip", operators: "skip" })];
  const unbound = names.filter((name) => !bound.has(name) && name !== "input" && name !== "data");
  for (const name of unbound.map(shownName).sort()) {
    problems.push(diagnose("rego_compile_error", `var ${name} is undeclared`, arg.location));
  }
}

/** A declared variable has the name that OPA has given it. */
const shownName = (name: string): string => (isWildcard(name) ? "_" : sourceName(name.replace(/^[^#]*(?=#)/, "")));

const isRenamed = (name: string): boolean => name.includes("#") || name.startsWith("__local");

function operandSet(term: Term, names: NameSource): Term {
  const { location } = term;
  const head = variable(names.fresh(), location);
  const equation = literalOf(callOf("eq", [head, term], location), location);
  return { kind: "comprehension", collects: "set", head, body: [equation], location };
}

/** Expands the `print` calls of a rule. */
export function expandPrintsInRule(rule: Rule, context: PrintContext & { readonly release: Release }): Rule {
  const known = variablesOf(rule.head.args ?? []);
  const expand = context.release === "1.17" ? expandOrComplain : expandPrints;
  return mapRule(rule, { body: (body) => expand(body, known, context) });
}

/** After errors in a body OPA 1.17 looks at what is left in the bodies inside as if they stood alone. */
function expandOrComplain(body: Body, known: ReadonlySet<string>, context: PrintContext): Body {
  const problemsBefore = context.problems.length;
  const expanded = expandPrints(body, known, context);
  if (context.problems.length === problemsBefore) return expanded;
  const mapper: Mapper = { body: (inner) => expandOrComplain(inner, known, context) };
  return expanded.map((literal) => mapLiteral(literal, mapper));
}
