import type { Rule } from "../../syntax/ast.js";
import type { Value } from "../../value/value.js";
import type { Context, Evaluate } from "../context.js";
import { planTerm } from "../plan-term.js";
import type { Planner } from "../planner.js";
import { Scope } from "../scope.js";
import { type Condition, type Conditions, readConditions, type Source } from "./conditions.js";
import { type Expectation, isPossible } from "./expectation.js";

/** Tells that a body cannot succeed, from what is known before it runs. */
export type Exclude = (args: readonly Value[], context: Context) => boolean;

/** What the bodies of a planner's rules demand. */
export const conditionsOf = (rule: Rule, planner: Planner): Conditions =>
  readConditions(rule, (reference) => planner.isVirtual(reference));

/**
 * Plans the check of a body's conditions; undefined when the body itself makes the same checks before anything else.
 *
 * @param conditions - the conditions of the rule
 */
export function planExclusion(conditions: readonly Condition[], planner: Planner): Exclude | undefined {
  if (isFirstAnyway(conditions)) return undefined;
  const checks = conditions.map((condition) => planCheck(condition, planner));
  const [only] = checks;
  if (only !== undefined && checks.length === 1) return only;
  return (args, context) => {
    for (const excludes of checks) if (excludes(args, context)) return true;
    return false;
  };
}

/** Is each literal up to the last condition itself a condition? */
function isFirstAnyway(conditions: readonly Condition[]): boolean {
  const literals = new Set(conditions.map(({ lastLiteral }) => lastLiteral));
  return Math.max(-1, ...literals) < literals.size;
}

function planCheck({ source, expectations }: Condition, planner: Planner): Exclude {
  const read = planSource(source, planner);
  const isOpen = expectations.some(({ kind }) => kind === "defined");
  if (isOpen) return (args, context) => read(args, context) === undefined;
  return (args, context) => {
    const value = read(args, context);
    return value === undefined || !isAnyPossible(expectations, value);
  };
}

function isAnyPossible(expectations: readonly Expectation[], value: Value): boolean {
  for (const expectation of expectations) if (isPossible(expectation, value)) return true;
  return false;
}

/** Reads a source before a body runs. */
export type ReadSource = (args: readonly Value[], context: Context) => Value | undefined;

/** Plans the reading of a source. */
export function planSource(source: Source, planner: Planner): ReadSource {
  if (source.kind === "argument") return (args) => args[source.position];
  const plan: Evaluate = planTerm(source.reference, Scope.start("any"), planner);
  return (_args, context) => plan([], context);
}
