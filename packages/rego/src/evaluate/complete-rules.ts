import { branchesOf } from "../compile/map-terms.js";
import type { DefinedRule } from "../compile/rule-tree.js";
import type { Rule } from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { printTerm } from "../syntax/print-term.js";
import { equal } from "../value/equal.js";
import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Context, Frame, Match, Run } from "./context.js";
import { type CompleteDefinitions, type Definition, indexDefinitions } from "./definition-index.js";
import { EvaluationFault } from "./fault.js";
import { planMatch } from "./match.js";
import { planBody } from "./plan-body.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import { Scope } from "./scope.js";

/** Plans all definitions of one complete rule or function. */
export function planCompleteDefinitions(rules: readonly DefinedRule[], planner: Planner): CompleteDefinitions {
  const definitions = rules
    .filter(({ rule }) => !rule.isDefault)
    .map((defined): Definition => ({ rule: defined.rule, evaluate: planDefinition(defined, planner) }));
  const fallback = rules.find(({ rule }) => rule.isDefault);
  const planDefault = fallback === undefined ? undefined : planDefinition(fallback, planner);
  const evaluate = combine(definitions, rules, planner.observes);
  if (planDefault === undefined) return evaluate;
  return (args, context) => {
    const value = evaluate(args, context);
    return value === undefined ? planDefault(args, context) : value;
  };
}

function combine(
  definitions: readonly Definition[],
  rules: readonly DefinedRule[],
  observes: boolean,
): CompleteDefinitions {
  const [only] = definitions;
  if (only !== undefined && definitions.length === 1) return only.evaluate;
  const stopsEarly = haveOneConstant(definitions);
  const candidates = indexDefinitions(definitions, observes);
  return (args, context) => {
    let found: Value | undefined;
    let foundBy: Rule | undefined;
    for (const definition of candidates(args)) {
      const value = definition.evaluate(args, context);
      if (value === undefined) continue;
      if (stopsEarly) return value;
      if (found !== undefined && foundBy !== undefined && !equal(found, value)) {
        throw valueConflict(rules, [found, foundBy.location], [value, definition.rule.location], context);
      }
      found = value;
      foundBy = definition.rule;
    }
    return found;
  };
}

/** Whichever definition succeeds, the value is the same. */
function haveOneConstant(definitions: readonly Definition[]): boolean {
  const values = definitions.map(({ rule }) =>
    rule.else === undefined && rule.head.value !== undefined ? constantValue(rule.head.value) : undefined,
  );
  const [first] = values;
  return first !== undefined && values.every((value) => value !== undefined && equal(value, first));
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
  const name = defined === undefined ? "" : printTerm(defined.reference);
  const title = isFunction
    ? `function ${name} produced conflicting values for the same inputs:`
    : `rule ${name} produced conflicting values:`;
  const lines = [first, second].map(([value, place]) => `  ${toText(value)} at ${place.file}:${place.row}`);
  return new EvaluationFault("eval_conflict_error", [title, ...lines].join("\n"), location);
}

function planDefinition(defined: DefinedRule, planner: Planner): CompleteDefinitions {
  const branches = [...branchesOf(defined.rule)].map((branch) => planBranch(branch, defined, planner));
  const [only] = branches;
  if (only !== undefined && branches.length === 1) return only;
  return (args, context) => {
    for (const branch of branches) {
      const value = branch(args, context);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function planBranch(branch: Rule, defined: DefinedRule, planner: Planner): CompleteDefinitions {
  const scope = Scope.start("any");
  const matches = (branch.head.args ?? []).map((arg) => planMatch(arg, scope, planner));
  const run = planBody(branch.body, scope, planner, (bodyScope) => keepValue(branch, defined, bodyScope, planner));
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
  return planner.observes ? observeBranch(branch, enter) : enter;
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
function keepValue(branch: Rule, defined: DefinedRule, scope: Scope, planner: Planner): Run {
  const term = branch.head.value;
  const constant = term === undefined ? true : constantValue(term);
  if (constant !== undefined) {
    return (frame) => {
      frame[0] = constant;
      return true;
    };
  }
  if (term === undefined) return () => true;
  const plan = planTerm(term, scope, planner);
  return (frame, context) => {
    const value = plan(frame, context);
    if (value === undefined) return false;
    const known = frame[0];
    if (known !== undefined && !equal(known, value)) {
      throw valueConflict([defined], [known, branch.location], [value, branch.location], context);
    }
    frame[0] = value;
    return false;
  };
}
