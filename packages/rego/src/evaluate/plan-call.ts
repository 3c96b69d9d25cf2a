import type { Builtin } from "../builtins/builtin.js";
import { type Call, type Literal, operatorName, type Term } from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { certain } from "../value/certain.js";
import type { Value } from "../value/value.js";
import type { Context, Evaluate } from "./context.js";
import { areSame } from "./function-results.js";
import { handleFault, invokeBuiltin } from "./invoke.js";
import { planMatch } from "./match.js";
import { planPrint } from "./plan-print.js";
import { evaluateAll, planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step } from "./step.js";

/** Plans a call: as a condition, or with its result matched by one argument more than the function has. */
export function planCall(call: Call, literal: Literal, scope: Scope, planner: Planner): Step {
  const name = operatorName(call.operator);
  if (name === "internal.print") return planPrint(call, scope, planner);
  const builtin = planner.builtins.get(name);
  const arity = builtin?.arity ?? certain(planner.arity(call.operator), "arity");
  const output = call.args[arity];
  const inputs = call.args.slice(0, arity).map((arg) => planTerm(arg, scope, planner));
  if (builtin?.relation === true) return planRelation(builtin, inputs, output, literal.location, scope, planner);
  const invoke =
    builtin === undefined
      ? planInvocation(name, inputs, userFunction(call, planner), literal.location)
      : planBuiltin(builtin, inputs, literal.location);
  return planResult(invoke, output, scope, planner);
}

function planBuiltin(builtin: Builtin, inputs: readonly Evaluate[], location: Location): Evaluate {
  const { name, direct } = builtin;
  const general = builtin.remembered === true ? remembering(builtin, location) : builtinFunction(builtin, location);
  const [first, second = noOperand] = inputs;
  if (direct === undefined || first === undefined) return planInvocation(name, inputs, general, location);
  const mocked = planInvocation(name, inputs, general, location);
  const isUnary = inputs.length === 1;
  return (frame, context) => {
    if (context.mocks !== undefined) return mocked(frame, context);
    const left = first(frame, context);
    const right = second(frame, context);
    if (left === undefined || (right === undefined && !isUnary)) return undefined;
    const answer = direct(left, right);
    if (answer !== undefined) return answer;
    return general(right === undefined ? [left] : [left, right], context);
  };
}

const noOperand: Evaluate = () => undefined;

/** Keeps the last answer: loops often ask the same again. */
function remembering(builtin: Builtin, location: Location): Invoke {
  let lastArgs: readonly Value[] = [];
  let lastRegex: unknown;
  let lastAnswer: Value | undefined;
  return (args, context) => {
    const { regex } = context.evaluation.builtins;
    if (lastAnswer !== undefined && regex === lastRegex && areSame(args, lastArgs)) return lastAnswer;
    const answer = invokeBuiltin(builtin, args, context, location);
    [lastArgs, lastRegex, lastAnswer] = [args, regex, answer];
    return answer;
  };
}

type Invoke = (args: readonly Value[], context: Context) => Value | undefined;

const builtinFunction =
  (builtin: Builtin, location: Location): Invoke =>
  (args, context) =>
    invokeBuiltin(builtin, args, context, location);

function userFunction(call: Call, planner: Planner): Invoke {
  const node = planner.nodeOf(call.operator);
  const group = node?.group;
  // A rule whose parentheses are empty is no function.
  if (group?.kind === "complete") return (_args, context) => node?.extent(undefined, context);
  return (args, context) => group?.call(args, context);
}

function planInvocation(name: string, inputs: readonly Evaluate[], direct: Invoke, location: Location): Evaluate {
  return (frame, context) => {
    const args = evaluateAll(inputs, frame, context);
    if (args === undefined) return undefined;
    const mock = context.mocks?.get(name);
    if (mock === undefined) return direct(args, context);
    return "value" in mock ? mock.value : mock.call(args, context, location);
  };
}

function planResult(invoke: Evaluate, output: Term | undefined, scope: Scope, planner: Planner): Step {
  if (output === undefined) {
    return {
      test: (frame, context) => {
        const value = invoke(frame, context);
        return value !== undefined && value !== false;
      },
    };
  }
  if (output.kind === "variable" && !scope.isBound(output.name)) {
    const slot = scope.bind(output.name);
    return {
      test: (frame, context) => {
        const value = invoke(frame, context);
        frame[slot] = value;
        return value !== undefined;
      },
    };
  }
  const match = planMatch(output, scope, planner);
  return {
    test: (frame, context) => {
      const value = invoke(frame, context);
      return value !== undefined && match(value, frame, context);
    },
  };
}

function planRelation(
  builtin: Builtin,
  inputs: readonly Evaluate[],
  output: Term | undefined,
  location: Location,
  scope: Scope,
  planner: Planner,
): Step {
  const use = output !== undefined && ignoresPath(output) ? ({ ignoresPath: true } as const) : undefined;
  const match = output === undefined ? (value: Value): boolean => value !== false : planMatch(output, scope, planner);
  return {
    search: (next) => (frame, context) => {
      const args = evaluateAll(inputs, frame, context);
      if (args === undefined) return false;
      let stopped = false;
      const visit = (value: Value): boolean => {
        context.evaluation.budget.spend(1);
        stopped = match(value, frame, context) && next(frame, context);
        return stopped;
      };
      try {
        builtin.enumerate?.(args, context.evaluation.builtins, visit, use);
      } catch (error) {
        handleFault(error, builtin, context, location);
      }
      return stopped;
    },
  };
}

/** `[_, value]`: nobody looks at the path. */
function ignoresPath(output: Term): boolean {
  const [path] = output.kind === "array" && output.items.length === 2 ? output.items : [];
  return path?.kind === "variable" && path.name.startsWith("$");
}
