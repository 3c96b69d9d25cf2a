import type { BuiltinTable } from "../builtins/create-builtins.js";
import { type Body, type Call, dottedName, type Literal, operatorName } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import { printTerm } from "../syntax/print-term.js";
import { visitLiterals } from "./map-terms.js";
import type { Arity } from "./outputs.js";
import type { PolicyChecks } from "./policy-checks.js";
import { findNode, type RuleNode } from "./rule-tree.js";

/** The functions that can be called: those of the policy and builtins. */
export function arityOf(root: RuleNode, builtins: BuiltinTable): Arity {
  return (operator) => {
    const name = dottedName(operator);
    if (name === "eq") return 2;
    const builtin = name === undefined ? undefined : builtins.get(name);
    if (builtin !== undefined) return builtin.arity;
    const [first] = findNode(root, operator)?.rules ?? [];
    return first === undefined ? undefined : (first.rule.head.args?.length ?? 0);
  };
}

/** What a check of calls needs. */
export interface CallContext {
  readonly arity: Arity;
  readonly builtins: BuiltinTable;
  readonly checks: PolicyChecks | undefined;
  readonly problems: Diagnostic[];
}

/** Reports calls of functions that do not exist and calls with a wrong number of arguments, in closures too. */
export function checkCalls(body: Body, context: CallContext): void {
  visitLiterals(body, (literal) => {
    if (literal.expression.kind === "call") checkCall(literal.expression, literal, context);
  });
}

function checkCall(call: Call, literal: Literal, context: CallContext): void {
  const { arity, problems } = context;
  const expected = arity(call.operator);
  const name = dottedName(call.operator) ?? "";
  const given = call.args.length;
  if (expected === undefined) {
    const message = `undefined function ${printTerm(call.operator)}`;
    problems.push(diagnose("rego_type_error", message, literal.location));
    return;
  }
  if (expected === Number.POSITIVE_INFINITY) return;
  const isFine =
    literal.generated === true ? name === "eq" || given === expected + 1 : given === expected || given === expected + 1;
  if (isFine) return;
  const actual = literal.generated === true ? given - 1 : given;
  problems.push(arityProblem(call, { expected, actual }, literal.location, context));
}

function arityProblem(
  { operator, args }: Call,
  { expected, actual }: { readonly expected: number; readonly actual: number },
  location: Location,
  { builtins, checks }: CallContext,
): Diagnostic {
  const name = printTerm(operator);
  const builtin = builtins.get(operatorName(operator));
  if (builtin !== undefined || name === "eq") {
    const problem = diagnose("rego_type_error", `${name}: arity mismatch`, location);
    return builtin === undefined || checks === undefined
      ? problem
      : { ...problem, details: checks.callLines(args, builtin) };
  }
  const noun = actual === 1 ? "argument" : "arguments";
  return diagnose("rego_type_error", `function ${name} has arity ${expected}, got ${actual} ${noun}`, location);
}
