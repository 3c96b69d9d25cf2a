import {
  dottedName,
  type Literal,
  operatorName,
  type Reference,
  rootName,
  type Term,
  type With,
} from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { certain } from "../value/certain.js";
import type { Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Context, Evaluate, Frame, Mock, Run } from "./context.js";
import { EvaluationFault } from "./fault.js";
import { invokeBuiltin } from "./invoke.js";
import { type OnScalar, replaceAt } from "./patch.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step } from "./step.js";

/** Changes a context for one literal; undefined: the modifier's value is undefined. */
type Change = (context: Context, frame: Frame, outer: Context) => Context | undefined;

/** Plans a literal with its `with` modifiers: it runs in another context, what follows it in the old one. */
export function planWith(literal: Literal, scope: Scope, planner: Planner): Step {
  const targets = literal.modifiers.map(targetOf);
  const changes = targets.map((target, index) => {
    const isInside = targets.slice(0, index).some((earlier) => isWithin(target, earlier));
    if (hasOddPath(target)) return refusePath(literal.location);
    const { value, location } = certain(literal.modifiers[index], "modifier");
    return planChange(target, { value, location, onScalar: isInside ? "replace" : "refuse" }, scope, planner);
  });
  const step = planner.planLiteral({ ...literal, modifiers: [] }, scope);
  const enter = (frame: Frame, context: Context): Context | undefined => {
    let inner: Context = { ...context, values: [], results: [], outer: context };
    for (const change of changes) {
      const changed = change(inner, frame, context);
      if (changed === undefined) return undefined;
      inner = changed;
    }
    return inner;
  };
  if ("test" in step) {
    return {
      test: (frame, context) => {
        const inner = enter(frame, context);
        return inner !== undefined && step.test(frame, inner);
      },
    };
  }
  return { search: (next) => searchInside(step.search, enter, next) };
}

function searchInside(
  search: (next: Run) => Run,
  enter: (frame: Frame, context: Context) => Context | undefined,
  next: Run,
): Run {
  const run = search((frame, inner) => next(frame, certain(inner.outer, "outer context")));
  return (frame, context) => {
    const inner = enter(frame, context);
    return inner !== undefined && run(frame, inner);
  };
}

function targetOf({ target }: With): Reference {
  if (target.kind !== "reference") throw new Error("a with target was not compiled");
  return target;
}

/** Is a target inside what an earlier modifier of the same literal replaced? */
function isWithin(target: Reference, earlier: Reference): boolean {
  const [path, prefix] = [dottedName(target), dottedName(earlier)];
  return path !== undefined && prefix !== undefined && `${path}.`.startsWith(`${prefix}.`);
}

/** Does the path lead anywhere but to a name? */
const hasOddPath = (target: Reference): boolean =>
  target.path.some((part) => part.kind === "scalar" && typeof part.value !== "string");

const refusePath = (location: Location) => (): never => {
  throw new EvaluationFault("eval_conflict_error", "bad document path", location);
};

interface Replacement extends Pick<With, "value" | "location"> {
  readonly onScalar: OnScalar;
}

function planChange(
  target: Reference,
  { value, location, onScalar }: Replacement,
  scope: Scope,
  planner: Planner,
): Change {
  const root = rootName(target);
  if (root === "input") return changeInput(target, planTerm(value, scope, planner), onScalar, location);
  const node = root === "data" ? planner.nodeOf(target) : undefined;
  if (root === "data" && node?.group?.kind !== "function") {
    return changeData(target, planTerm(value, scope, planner), onScalar, location);
  }
  return changeFunction(certain(dottedName(target), "function name"), planMock(value, scope, planner));
}

const constantPath = (path: readonly Term[]): readonly Value[] =>
  path.map((part) => certain(constantValue(part), "constant part"));

function changeInput(target: Reference, plan: Evaluate, onScalar: OnScalar, location: Location): Change {
  const path = constantPath(target.path);
  return (context, frame, outer) => {
    const value = plan(frame, outer);
    if (value === undefined) return undefined;
    return { ...context, input: merged(context.input, path, value, onScalar, location) };
  };
}

function changeData(target: Reference, plan: Evaluate, onScalar: OnScalar, location: Location): Change {
  const path = constantPath(target.path);
  return (context, frame, outer) => {
    const value = plan(frame, outer);
    if (value === undefined) return undefined;
    const data = merged(context.data, path, value, onScalar, location);
    return { ...context, data, replaced: [...context.replaced, path] };
  };
}

function merged(
  document: Value | undefined,
  path: readonly Value[],
  value: Value,
  onScalar: OnScalar,
  location: Location,
): Value {
  const result = replaceAt(document, path, value, onScalar);
  if (result !== undefined) return result;
  const message = "real and replacement data could not be merged";
  throw new EvaluationFault("eval_with_merge_error", message, location);
}

type PlanMock = (frame: Frame, context: Context) => Mock | undefined;

function changeFunction(name: string, plan: PlanMock): Change {
  return (context, frame, outer) => {
    const mock = plan(frame, outer);
    if (mock === undefined) return undefined;
    return { ...context, mocks: new Map([...(context.mocks ?? []), [name, mock]]) };
  };
}

function planMock(value: Term, scope: Scope, planner: Planner): PlanMock {
  const replacement = value.kind === "reference" ? planReplacement(value, planner) : undefined;
  if (replacement !== undefined) return () => replacement;
  const plan = planTerm(value, scope, planner);
  return (frame, context) => {
    const result = plan(frame, context);
    return result === undefined ? undefined : { value: result };
  };
}

/** The function that a replacement names; inside it nothing is replaced. */
function planReplacement(reference: Reference, planner: Planner): Mock | undefined {
  const name = operatorName(reference);
  const builtin = planner.builtins.get(name);
  if (builtin !== undefined) {
    return { call: (args, context, location) => invokeBuiltin(builtin, args, unmocked(context), location) };
  }
  const node = planner.nodeOf(reference);
  if (node?.group?.kind !== "function") return undefined;
  return { call: (args, context) => node.group?.call(args, unmocked(context)) };
}

const unmocked = (context: Context): Context => ({ ...context, mocks: undefined, values: [], results: [] });
