import {
  type Body,
  calledOperator,
  callOf,
  type Literal,
  literalOf,
  type Rule,
  scalar,
  type Term,
  variable,
} from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { sourceName } from "../syntax/print-term.js";
import { type Mapper, mapLiteral, mapRule, mapTerm } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import { type Arity, outputsOfBody } from "./outputs.js";
import { variablesOf } from "./scope-variables.js";

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
 * several values are several lines.
 */
export function expandPrints(body: Body, safe: ReadonlySet<string>, context: PrintContext): Body {
  const outputs = outputsOfBody(body, context.arity, safe);
  const mapper: Mapper = { body: (inner) => expandPrints(inner, outputs, context) };
  return body.map((literal) => {
    const call = literal.expression;
    if (call.kind !== "call" || !isPrint(literal)) return mapLiteral(literal, mapper);
    checkOperands(call.args, outputs, literal, context);
    const items = call.args.map((arg) => operandSet(mapTerm(arg, mapper), context.names));
    const printed = callOf("internal.print", [{ kind: "array", items, location: call.location }], call.location);
    return { ...mapLiteral({ ...literal, expression: scalar(true, call.location) }, mapper), expression: printed };
  });
}

function checkOperands(
  args: readonly Term[],
  known: ReadonlySet<string>,
  literal: Literal,
  { problems }: PrintContext,
): void {
  for (const name of variablesOf(args, { closures: "skip", operators: "skip" })) {
    if (known.has(name) || name === "input" || name === "data" || name.startsWith("$")) continue;
    const source = sourceName(name);
    problems.push(diagnose("rego_compile_error", `var ${source} is undeclared`, literal.location));
  }
}

function operandSet(term: Term, names: NameSource): Term {
  const { location } = term;
  const head = variable(names.fresh(), location);
  const equation = literalOf(callOf("eq", [head, term], location), location);
  return { kind: "comprehension", collects: "set", head, body: [equation], location };
}

/** Expands the `print` calls of a rule. */
export function expandPrintsInRule(rule: Rule, context: PrintContext): Rule {
  const safe = variablesOf(rule.head.args ?? []);
  return mapRule(rule, { body: (body) => expandPrints(body, safe, context) });
}
