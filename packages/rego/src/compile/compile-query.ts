import type { BuiltinTable } from "../builtins/create-builtins.js";
import {
  type Body,
  calledOperator,
  callOf,
  type Literal,
  literalOf,
  operatorName,
  type Term,
  variable,
} from "../syntax/ast.js";
import type { Diagnostic, Outcome } from "../syntax/diagnostic.js";
import { declareInQuery } from "./declare.js";
import { equalsToUnify, separateDynamicTerms } from "./dynamic-terms.js";
import { type FlattenContext, flattenBody } from "./flatten.js";
import { checkCalls } from "./functions.js";
import { simplifyComprehensionHeads } from "./head-terms.js";
import { type Mapper, mapBody, mapLiteral } from "./map-terms.js";
import type { NameSource } from "./name-source.js";
import type { Arity } from "./outputs.js";
import type { Compiled } from "./pipeline.js";
import { erasePrints, expandPrints } from "./print-calls.js";
import { limitQueryProblems } from "./problem-list.js";
import { type GlobalNames, resolveQuery } from "./resolve.js";
import { orderQuery } from "./safety.js";
import { variablesOfBody } from "./scope-variables.js";
import { expandTemplatesInQuery } from "./template-strings.js";
import { prepareWith } from "./with-modifiers.js";

/**
 * `values`: each literal's value is part of the result, false included, as `opa eval` has it; `conditions`: a literal that is
 * false has no solution, as in a rule.
 */
export type QueryMode = "values" | "conditions";

/** A query after all rewriting. */
export interface CompiledQuery {
  readonly body: Body;
  /** Names in the result by the names in the body. */
  readonly results: ReadonlyMap<string, string>;
  /** For each literal the variable that takes its value; undefined: the literal is only true. */
  readonly captures: readonly (string | undefined)[];
}

/** Compiles a query against compiled modules. */
export function compileQuery(
  query: Body,
  globals: GlobalNames,
  policy: Compiled,
  mode: QueryMode,
): Outcome<CompiledQuery> {
  const problems: Diagnostic[] = [];
  const { names, arity, builtins } = policy;
  const context: FlattenContext = { names, negatesWhole: false };
  const run = (): CompiledQuery => {
    const captured = resolveQuery(query, globals).map((literal) =>
      mode === "values" ? captureValue(literal, names, arity) : { literal },
    );
    const conditions = query.length > 1 || iterates(query, policy.builtins) ? captured.flatMap(conditionOf) : [];
    const declared = declareInQuery([...captured.map(({ literal }) => literal), ...conditions], names, problems);
    const visible = resultNames(query, declared.names);
    let body = expandTemplatesInQuery(declared.body, names);
    if (policy.printing === "off") body = mapBody(body, erasePrints);
    else if (problems.length === 0) body = expandPrints(body, new Set(), { names, arity, problems });
    body = flattenBody(body, context);
    body = simplifyComprehensionHeads(body, names);
    body = prepareWith(body, { names, root: policy.tree, builtins, problems });
    if (problems.length === 0) checkCalls(body, { ...policy, problems });
    if (problems.length === 0) body = orderQuery(body, { arity, release: policy.release, problems });
    body = separateDynamicTerms(
      body.map((literal) => mapLiteral(literal, equalsToUnify)),
      context,
    );
    if (problems.length === 0) problems.push(...policy.types.checkQuery(body));
    return { body, results: visible, captures: captured.map((item) => ("name" in item ? item.name : undefined)) };
  };
  const value = run();
  return problems.length > 0 ? { ok: false, errors: limitQueryProblems(problems) } : { ok: true, value };
}

interface Captured {
  readonly literal: Literal;
  readonly name?: string;
}

/** Lets a variable take the value of a literal that has one of its own; such a literal may then be false. */
function captureValue(literal: Literal, names: NameSource, arity: Arity): Captured {
  const { expression, location } = literal;
  const isTerm = !["some", "some-in", "every", "negated-body"].includes(expression.kind);
  const operator = calledOperator(expression);
  if (!isTerm || literal.negated || operator === "eq" || operator === "assign" || operator === "print")
    return { literal };
  // A call with its result as one argument more is a condition.
  if (expression.kind === "call" && arity(expression.operator) !== expression.args.length) return { literal };
  const name = names.fresh();
  // The kinds that are no terms were excluded above.
  const equation = callOf("eq", [variable(name, location), expression as Term], location);
  return { literal: { ...literal, expression: equation }, name };
}

/** Of several literals, or several solutions, none may be false. */
const conditionOf = ({ name, literal: { location } }: Captured): readonly Literal[] =>
  name === undefined ? [] : [{ ...literalOf(variable(name, location), location), generated: true }];

/** Can a query have several solutions, comprehensions aside? */
function iterates(query: Body, builtins: BuiltinTable): boolean {
  let found = false;
  const mapper: Mapper = {
    term: (term) => {
      if (term.kind === "comprehension") return term;
      const isIteration = term.kind === "reference" && term.path.some(({ kind }) => kind === "variable");
      found ||= isIteration || (term.kind === "call" && builtins.get(operatorName(term.operator))?.relation === true);
      return undefined;
    },
  };
  mapBody(query, mapper);
  return found;
}

/** Variables of the result: those of the source, under the names they have now. */
function resultNames(query: Body, declared: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const results = new Map<string, string>();
  for (const [unique, source] of declared) results.set(unique, source);
  for (const name of topVariables(query)) {
    if (name === "input" || name === "data" || [...results.values()].includes(name)) continue;
    results.set(name, name);
  }
  return results;
}

function topVariables(query: Body): ReadonlySet<string> {
  return variablesOfBody(query, { closures: "skip", operators: "skip" });
}
