import type { DefinedRule } from "../compile/rule-tree.js";
import type { Location } from "../syntax/location.js";
import { certain } from "../value/certain.js";
import { get } from "../value/collection.js";
import type { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { type CompleteDefinitions, planCompleteDefinitions } from "./complete-rules.js";
import { absent, type Context } from "./context.js";
import { EvaluationFault } from "./fault.js";
import { createFunctionResults } from "./function-results.js";
import { type PartialDefinitions, planPartialDefinitions } from "./partial-rules.js";
import type { Planner } from "./planner.js";
import type { RuleGroup } from "./rule-group.js";
import { TreeBuilder } from "./tree-builder.js";

/** Plans the rules at one place; the plans themselves are made when first needed. */
export function planGroup(rules: readonly DefinedRule[], depth: number, number: number, planner: Planner): RuleGroup {
  const first = certain(rules[0], "rule");
  const { location } = first.rule;
  if (arityOf(rules) > 0) return functionGroup(rules, number, location, planner);
  if (rules.some(({ reference }) => reference.path.length > depth)) return treeGroup(rules, depth, location, planner);
  if (first.rule.head.key !== undefined) return setGroup(rules, depth, number, location, planner);
  return completeGroup(rules, number, location, planner);
}

const arityOf = ([first]: readonly DefinedRule[]): number => first?.rule.head.args?.length ?? 0;

const nothing = (): undefined => undefined;

function completeGroup(rules: readonly DefinedRule[], number: number, location: Location, planner: Planner): RuleGroup {
  let definitions: CompleteDefinitions | undefined;
  const value = (context: Context): Value | undefined => {
    definitions ??= planCompleteDefinitions(rules, planner);
    return definitions([], context);
  };
  const cached = (context: Context): Value | undefined => remember(number, context, value);
  const valueAt = (key: Value, context: Context): Value | undefined => {
    const whole = cached(context);
    return whole === undefined ? undefined : get(whole, key);
  };
  const fill: RuleGroup["fill"] = (tree, path, context) => {
    const whole = withTreeConflicts(() => cached(context), location);
    if (whole !== undefined) tree.set(path, whole, location);
  };
  return { kind: "complete", location, value, valueAt, fill, fillAt: nothing, call: nothing };
}

/** As part of a tree, a rule with several values is an object with several values for one key. */
function withTreeConflicts<T>(evaluate: () => T, location: Location): T {
  try {
    return evaluate();
  } catch (error) {
    const isConflict = error instanceof EvaluationFault && /^(complete rules|rule )/.test(error.message);
    if (!isConflict) throw error;
    throw new EvaluationFault("eval_conflict_error", "object keys must be unique", location);
  }
}

function remember<Kind extends Value>(
  number: number,
  context: Context,
  compute: (context: Context) => Kind | undefined,
): Kind | undefined {
  const known = context.values[number];
  // The place of a group holds what its own rules gave.
  if (known !== undefined) return known === absent ? undefined : (known as Kind);
  const value = compute(context);
  context.values[number] = value === undefined ? absent : value;
  return value;
}

/** Calls a function once for the same arguments in the same documents. */
function rememberResults(number: number, arity: number, compute: CompleteDefinitions): CompleteDefinitions {
  return (args, context) => {
    const results = context.results[number] ?? createFunctionResults(arity, context);
    context.results[number] = results;
    return results.valueOf(args, context, compute);
  };
}

function functionGroup(rules: readonly DefinedRule[], number: number, location: Location, planner: Planner): RuleGroup {
  let definitions: CompleteDefinitions | undefined;
  const compute: CompleteDefinitions = (args, context) => {
    definitions ??= planCompleteDefinitions(rules, planner);
    return definitions(args, context);
  };
  const call = planner.observes ? compute : rememberResults(number, arityOf(rules), compute);
  return { kind: "function", location, value: nothing, valueAt: nothing, fill: nothing, fillAt: nothing, call };
}

function setGroup(
  rules: readonly DefinedRule[],
  depth: number,
  number: number,
  location: Location,
  planner: Planner,
): RuleGroup {
  let definitions: PartialDefinitions | undefined;
  const value = (context: Context): RegoSet => {
    definitions ??= planPartialDefinitions(rules, depth, planner);
    return definitions.set(context);
  };
  const valueAt = (key: Value, context: Context): Value | undefined => {
    return get(certain(remember(number, context, value), "set"), key);
  };
  const fill: RuleGroup["fill"] = (tree, path, context) => {
    for (const member of certain(remember(number, context, value), "set").values()) tree.add(path, member, location);
  };
  return { kind: "set", location, value, valueAt, fill, fillAt: nothing, call: nothing };
}

function treeGroup(rules: readonly DefinedRule[], depth: number, location: Location, planner: Planner): RuleGroup {
  let definitions: PartialDefinitions | undefined;
  const planned = (): PartialDefinitions => {
    definitions ??= planPartialDefinitions(rules, depth, planner);
    return definitions;
  };
  return {
    kind: "tree",
    location,
    value: (context) => {
      const tree = new TreeBuilder();
      planned().fill(tree, [], context);
      return tree.build();
    },
    valueAt: (key, context) => {
      const tree = new TreeBuilder();
      planned().fillAt(key, tree, context);
      return tree.valueAt(key);
    },
    fill: (tree, path, context) => planned().fill(tree, path, context),
    fillAt: (key, tree, context) => planned().fillAt(key, tree, context),
    call: nothing,
  };
}
