import { branchesOf } from "../compile/map-terms.js";
import type { DefinedRule } from "../compile/rule-tree.js";
import type { Rule } from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { printTerm } from "../syntax/print-term.js";
import { certain } from "../value/certain.js";
import { equal } from "../value/equal.js";
import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Context, Frame, Match, Run } from "./context.js";
import { EvaluationFault } from "./fault.js";
import { planMatch } from "./match.js";
import { planBody } from "./plan-body.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Conditions } from "./rule-index/conditions.js";
import { type Candidates, indexDefinitions } from "./rule-index/definition-index.js";
import { conditionsOf, planExclusion } from "./rule-index/exclusion.js";
import { Scope } from "./scope.js";

/** Evaluates the definitions of a complete rule, or of a function with its arguments. */
export type CompleteDefinitions = (args: readonly Value[], context: Context) => Value | undefined;

/** One branch of a definition: the whole of it, or a part of an `else` chain. */
interface Branch {
  readonly rule: Rule;
  readonly evaluate: CompleteDefinitions;
}

/** One definition: the value of its first branch that has one. */
interface Definition {
  readonly rule: Rule;
  readonly conditions: Conditions;
  readonly branches: readonly Branch[];
  /** The value, when it is the same whenever there is one. */
  readonly constant: Value | undefined;
}

/** Plans all definitions of one complete rule or function. */
export function planCompleteDefinitions(rules: readonly DefinedRule[], planner: Planner): CompleteDefinitions {
  const regular = rules.filter(({ rule }) => !rule.isDefault);
  const stopsEarly = haveOneConstant(regular);
  const definitions = regular.map((defined) => planDefinition(defined, planner, stopsEarly));
  const fallback = rules.find(({ rule }) => rule.isDefault);
  const planDefault = fallback === undefined ? undefined : firstValue(planDefinition(fallback, planner, true).branches);
  const evaluate = combine(definitions, rules, planner);
  if (planDefault === undefined) return evaluate;
  return (args, context) => {
    const value = evaluate(args, context);
    return value === undefined ? planDefault(args, context) : value;
  };
}

function combine(
  definitions: readonly Definition[],
  rules: readonly DefinedRule[],
  planner: Planner,
): CompleteDefinitions {
  const [only] = definitions;
  if (only !== undefined && definitions.length === 1) return firstValue(only.branches);
  const candidates: Candidates<Definition> = planner.observes
    ? () => definitions
    : indexDefinitions(definitions, planner);
  return (args, context) => {
    let found: Value | undefined;
    let foundBy: Rule | undefined;
    const tried = candidates(args, context);
    for (const { branches } of tried) {
      for (const branch of branches) {
        const value = branch.evaluate(args, context);
        if (value === undefined) continue;
        if (found !== undefined && foundBy !== undefined && !equal(found, value)) {
          throw valueConflict(rules, [found, foundBy.location], [value, branch.rule.location], context);
        }
        if (found === undefined && areAll(tried, value)) return value;
        found = value;
        foundBy = branch.rule;
        break;
      }
    }
    return found;
  };
}

/** Whichever definition succeeds, the value is this one. */
function areAll(definitions: readonly Definition[], value: Value): boolean {
  for (const { constant } of definitions) if (constant === undefined || !equal(constant, value)) return false;
  return true;
}

/** Whichever definition succeeds, the value is the same. */
function haveOneConstant(rules: readonly DefinedRule[]): boolean {
  const values = rules.map(({ rule }) => constantOf(rule));
  const [first] = values;
  return first !== undefined && values.every((value) => value !== undefined && equal(value, first));
}

function constantOf(rule: Rule): Value | undefined {
  const values = [...branchesOf(rule)].map(({ head }) => constantValue(certain(head.value, "value")));
  const [first] = values;
  return first !== undefined && values.every((value) => value !== undefined && equal(value, first)) ? first : undefined;
}

/** The conflict between two values, as the release words it. */
function valueConflict(
  rules: readonly DefinedRule[],
  first: readonly [Value, Location],
  second: readonly [Value, Location],
  context: Context,
): EvaluationFault {
  const [defined] = rules;
  const isFunction = (defined?.rule.head.args ?? []).length > 0;
  const [, location] = first;
  if (context.evaluation.release === "1.17") {
    const message = isFunction
      ? "functions must not produce multiple outputs for same inputs"
      : "complete rules must not produce multiple outputs";
    return new EvaluationFault("eval_conflict_error", message, second[1]);
  }
  const name = printTerm(certain(defined, "definition").reference);
  const title = isFunction
    ? `function ${name} produced conflicting values for the same inputs:`
    : `rule ${name} produced conflicting values:`;
  const lines = [first, second].map(([value, place]) => `  ${toText(value)} at ${place.file}:${place.row}`);
  return new EvaluationFault("eval_conflict_error", [title, ...lines].join("\n"), location);
}

function planDefinition(defined: DefinedRule, planner: Planner, stopsEarly: boolean): Definition {
  const { rule } = defined;
  const branches = [...branchesOf(rule)].map((branch) => ({
    rule: branch,
    evaluate: planBranch(branch, defined, planner, stopsEarly),
  }));
  return { rule, conditions: conditionsOf(rule, planner), branches, constant: constantOf(rule) };
}

function firstValue(branches: readonly Branch[]): CompleteDefinitions {
  const [only] = branches;
  if (only !== undefined && branches.length === 1) return only.evaluate;
  return (args, context) => {
    for (const branch of branches) {
      const value = branch.evaluate(args, context);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function planBranch(branch: Rule, defined: DefinedRule, planner: Planner, stopsEarly: boolean): CompleteDefinitions {
  const scope = Scope.start("any");
  const matches = (branch.head.args ?? []).map((arg) => planMatch(arg, scope, planner));
  const run = planBody(branch.body, scope, planner, (inner) => keepValue(branch, defined, inner, planner, stopsEarly));
  const { layout } = scope;
  const enter: CompleteDefinitions = (args, context) => {
    const frame: Frame = new Array<undefined>(layout.size);
    if (!matchArguments(matches, args, frame, context)) return undefined;
    const { budget } = context.evaluation;
    budget.enter();
    run(frame, context);
    budget.leave();
    return frame[0];
  };
  if (planner.observes) return observeBranch(branch, enter);
  const excludes = planExclusion(conditionsOf(branch, planner).conditions, planner);
  if (excludes === undefined) return enter;
  return (args, context) => (excludes(args, context) ? undefined : enter(args, context));
}

function observeBranch(branch: Rule, enter: CompleteDefinitions): CompleteDefinitions {
  return (args, context) => {
    const { observer } = context.evaluation;
    observer?.enterRule?.(branch);
    const value = enter(args, context);
    observer?.exitRule?.(branch, value);
    return value;
  };
}

function matchArguments(matches: readonly Match[], args: readonly Value[], frame: Frame, context: Context): boolean {
  for (let index = 0; index < matches.length; index += 1) {
    const value = args[index];
    if (value === undefined || matches[index]?.(value, frame, context) !== true) return false;
  }
  return true;
}

/** What happens at the end of a body: the value of the head is kept, and another one must not follow. */
function keepValue(branch: Rule, defined: DefinedRule, scope: Scope, planner: Planner, stopsEarly: boolean): Run {
  const term = certain(branch.head.value, "value");
  const constant = constantValue(term);
  if (constant !== undefined) {
    // Where other definitions have other values OPA goes on, and somebody may see what it does.
    return (frame, context) => {
      frame[0] = constant;
      return stopsEarly || !context.evaluation.isOrderVisible;
    };
  }
  const plan = planTerm(term, scope, planner);
  return (frame, context) => {
    const value = certain(plan(frame, context), "value");
    const known = frame[0];
    if (known !== undefined && !equal(known, value)) {
      throw valueConflict([defined], [known, branch.location], [value, branch.location], context);
    }
    frame[0] = value;
    return false;
  };
}
