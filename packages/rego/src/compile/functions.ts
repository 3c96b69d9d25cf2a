import type { Builtin } from "../builtins/builtin.js";
import type { BuiltinTable } from "../builtins/create-builtins.js";
import { type Body, type Call, dottedName, type Literal, type Rule, type Term } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import { printTerm } from "../syntax/print-term.js";
import type { Type } from "../value/type.js";
import { headTerms, visitLiterals, visitTerms } from "./map-terms.js";
import type { Arity } from "./outputs.js";
import { findNode, type RuleNode } from "./rule-tree.js";
import { unknownType } from "./type-checker/type-algebra.js";
import { TypeScope } from "./type-checker/type-scope.js";
import { argumentLines } from "./type-checker/type-text.js";
import { TypeTree } from "./type-checker/type-tree.js";

/** The functions that can be called: those of the policy and builtins. */
export function arityOf(root: RuleNode, builtins: BuiltinTable): Arity {
  return (operator) => {
    const name = dottedName(operator);
    if (name === "eq" || name === "assign") return 2;
    const builtin = name === undefined ? undefined : builtins.get(name);
    if (builtin?.declaration.variadic === true) return Number.POSITIVE_INFINITY;
    if (builtin !== undefined) return builtin.declaration.args.length;
    const [first] = findNode(root, operator)?.rules ?? [];
    return first === undefined ? undefined : (first.rule.head.args?.length ?? 0);
  };
}

/** Reports calls of functions that do not exist and calls with a wrong number of arguments. */
export function checkFunctions(rule: Rule, arity: Arity, builtins: BuiltinTable, problems: Diagnostic[]): void {
  for (const term of headTerms(rule.head)) {
    visitTerms(term, (part) => {
      if (part.kind === "comprehension") checkCalls(part.body, arity, builtins, problems);
    });
  }
  checkCalls(rule.body, arity, builtins, problems);
}

/** The same for a body with its closures. */
export function checkCalls(body: Body, arity: Arity, builtins: BuiltinTable, problems: Diagnostic[]): void {
  visitLiterals(body, (literal) => {
    if (literal.expression.kind === "call") checkCall(literal.expression, literal, arity, builtins, problems);
  });
}

function checkCall(call: Call, literal: Literal, arity: Arity, builtins: BuiltinTable, problems: Diagnostic[]): void {
  const expected = arity(call.operator);
  const name = dottedName(call.operator) ?? "";
  const given = call.args.length;
  // What takes nothing may be called with its result, yet a rule that takes nothing is no function.
  const isRule = expected === 0 && given === 1 && literal.generated !== true && !builtins.has(name);
  if (expected === undefined || isRule) {
    const message = `undefined function ${printTerm(call.operator)}`;
    problems.push(diagnose("rego_type_error", message, literal.location));
    return;
  }
  if (builtins.get(name)?.declaration.variadic === true) return;
  const isFine =
    literal.generated === true ? name === "eq" || given === expected + 1 : given === expected || given === expected + 1;
  if (isFine) return;
  const actual = literal.generated === true ? given - 1 : given;
  problems.push(arityProblem(call, builtins.get(name), { expected, actual }, literal.location));
}

function arityProblem(
  { operator, args }: Call,
  builtin: Builtin | undefined,
  { expected, actual }: { readonly expected: number; readonly actual: number },
  location: Location,
): Diagnostic {
  const name = printTerm(operator);
  if (name === "eq" || name === "assign") return diagnose("rego_type_error", `${name}: arity mismatch`, location);
  if (builtin !== undefined) {
    const details = argumentLines(args.map(typeAlone), builtin.declaration.args);
    return { ...diagnose("rego_type_error", `${name}: arity mismatch`, location), details };
  }
  const noun = actual === 1 ? "argument" : "arguments";
  return diagnose("rego_type_error", `function ${name} has arity ${expected}, got ${actual} ${noun}`, location);
}

/** The type of a term as far as it says it itself. */
const typeAlone = (term: Term): Type => new TypeScope(new TypeTree(), "1.17", () => unknownType).typeOf(term);

/** Rego v1 refuses deprecated builtins. */
export function checkDeprecated(body: Body, builtins: BuiltinTable, problems: Diagnostic[]): void {
  visitLiterals(body, (literal) => {
    const { expression } = literal;
    const name = expression.kind === "call" ? dottedName(expression.operator) : undefined;
    if (name === undefined || builtins.get(name)?.deprecated !== true) return;
    const message = `deprecated built-in function calls in expression: ${name}`;
    problems.push(diagnose("rego_type_error", message, literal.location));
  });
}
