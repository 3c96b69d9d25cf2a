import type { Rule } from "../syntax/ast.js";
import type { Value } from "../value/value.js";
import type { Context } from "./context.js";

/** Evaluates the definitions of a complete rule, or of a function with its arguments. */
export type CompleteDefinitions = (args: readonly Value[], context: Context) => Value | undefined;

/** One definition: the value of its first branch that has one. */
export interface Definition {
  readonly rule: Rule;
  readonly evaluate: CompleteDefinitions;
}

/** Which definitions may have a value for arguments, in their order. */
type Candidates = (args: readonly Value[]) => readonly Definition[];

/**
 * Sorts the definitions of a function by the constant string they take as an argument, e.g. `spec("CronJob", object)`: a call
 * tries only those of its string, and those that take anything.
 *
 * @param observes - whether somebody wants to see all of them tried
 */
export function indexDefinitions(definitions: readonly Definition[], observes: boolean): Candidates {
  const position = observes ? -1 : indexedPosition(definitions);
  if (position < 0) return () => definitions;
  const constants = definitions.map(({ rule }) => constantAt(rule, position));
  const others = definitions.filter((_, index) => constants[index] === undefined);
  const byConstant = new Map<Value | undefined, readonly Definition[]>();
  for (const constant of constants) {
    if (constant === undefined || byConstant.has(constant)) continue;
    byConstant.set(
      constant,
      definitions.filter((_, index) => constants[index] === undefined || constants[index] === constant),
    );
  }
  return (args) => byConstant.get(args[position]) ?? others;
}

/** The first argument for which most definitions take a constant string; -1 if there is none. */
function indexedPosition(definitions: readonly Definition[]): number {
  const [first] = definitions;
  return (first?.rule.head.args ?? []).findIndex((_, position) => {
    const constants = definitions.filter(({ rule }) => constantAt(rule, position) !== undefined);
    return constants.length * 2 > definitions.length;
  });
}

function constantAt(rule: Rule, position: number): string | undefined {
  const term = rule.head.args?.[position];
  return term?.kind === "scalar" && typeof term.value === "string" ? term.value : undefined;
}
