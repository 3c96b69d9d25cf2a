import { callFunction } from "./call-function.js";
import { CelError } from "./cel-error.js";
import type { CelValue } from "./cel-value.js";
import { Effort } from "./effort.js";
import type { CallExpression, Expression } from "./expression.js";
import { formatFault } from "./format-faults.js";
import type { FunctionTable } from "./function-declaration.js";
import type { SourceIssue } from "./source-issue.js";

/** Functions whose literal arguments must make sense, and which argument it is. */
const CHECKED: ReadonlyMap<string, number> = new Map([
  ["duration", 0],
  ["timestamp", 0],
  ["matches", 1],
]);

/** The parts of an expression. */
const parts = (expression: Expression): readonly (Expression | undefined)[] => {
  switch (expression.kind) {
    case "select":
      return [expression.operand];
    case "call":
      return [expression.target, ...expression.args];
    case "list":
      return expression.elements;
    case "map":
      return expression.entries.flat();
    case "fold":
      return [expression.range, expression.predicate, expression.body];
    case "let":
      return [expression.target, expression.body];
    default:
      return [];
  }
};

const argumentsOf = ({ target, args }: CallExpression): readonly Expression[] =>
  target === undefined ? args : [target, ...args];

/** What a function says of literals; `undefined` when it takes them. */
const callFault = (name: string, args: readonly CelValue[], functions: FunctionTable): string | undefined => {
  const declaration = functions.get(name);
  const result = declaration && callFunction(declaration, args, new Effort(Number.POSITIVE_INFINITY));
  return result instanceof CelError ? result.message : undefined;
};

const literalFault = (call: CallExpression, functions: FunctionTable): SourceIssue | undefined => {
  const position = CHECKED.get(call.name);
  const argument = position === undefined ? undefined : argumentsOf(call)[position];
  if (argument?.kind !== "literal" || typeof argument.value !== "string") return undefined;
  const fault = callFault(call.name, position === 0 ? [argument.value] : ["", argument.value], functions);
  return fault === undefined ? undefined : { offset: argument.offset, message: `invalid ${call.name} argument` };
};

function* calls(root: Expression): Generator<CallExpression, void> {
  const open: Expression[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "call") yield next;
    for (const part of parts(next).toReversed()) if (part !== undefined) open.push(part);
  }
}

/**
 * Literals that their function does not take: `duration("soon")`, `matches("[")`.
 *
 * @source google/cel-go, cel/validator.go; k8s.io/apiserver, pkg/cel/environment/base.go
 */
export const literalFaults = (root: Expression, functions: FunctionTable): readonly SourceIssue[] =>
  [...calls(root)]
    .map((call) => literalFault(call, functions) ?? formatFault(call, functions))
    .filter((fault) => fault !== undefined);

/** Functions that cel-go applies to constants before it evaluates anything. */
const CONSTANT_FUNCTIONS: ReadonlySet<string> = new Set(["bool", "bytes", "double", "int", "string", "uint"]);

/** Functions whose pattern cel-go compiles beforehand. */
const PATTERN_FUNCTIONS: ReadonlySet<string> = new Set(["find", "findAll"]);

/** The error of a call whose arguments are constants; `undefined` when there is none. */
const constantCallFault = (call: CallExpression, functions: FunctionTable): string | undefined => {
  const [first, second] = argumentsOf(call);
  if (CONSTANT_FUNCTIONS.has(call.name) && first?.kind === "literal") {
    return callFault(call.name, [first.value], functions);
  }
  if (!PATTERN_FUNCTIONS.has(call.name) || second?.kind !== "literal") return undefined;
  return callFault("matches", ["", second.value], functions);
};

/**
 * The error of the first call that has no value whatever the variables are: `int("x")`.
 *
 * @source google/cel-go, interpreter/decorators.go, decOptimize
 */
export const constantFault = (root: Expression, functions: FunctionTable): string | undefined => {
  for (const call of calls(root)) {
    const fault = constantCallFault(call, functions);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
