import type { CompiledQuery } from "../compile/compile-query.js";
import { certain } from "../value/certain.js";
import type { Value } from "../value/value.js";
import type { Context, Frame, Run } from "./context.js";
import { planBody } from "./plan-body.js";
import type { Planner } from "./planner.js";
import { Scope } from "./scope.js";

/** One solution of a query. */
export interface QueryResult {
  /** Values of the query's variables; wildcards are left out. */
  readonly bindings: ReadonlyMap<string, Value>;
  /** The value of each literal of the query; true for one that has none of its own. */
  readonly expressions: readonly Value[];
}

/** Takes one solution. Answers true when no more are wanted. */
export type OnSolution = (result: QueryResult) => boolean;

/** Runs a planned query. */
export type QueryPlan = (context: Context, onSolution: OnSolution) => void;

/** Plans a compiled query. */
export function planQuery(query: CompiledQuery, planner: Planner): QueryPlan {
  const scope = Scope.start("sorted");
  let current: OnSolution | undefined;
  const run: Run = planBody(query.body, scope, planner, (bodyScope) => {
    const read = planResult(query, bodyScope);
    return (frame) => certain(current, "receiver of solutions")(read(frame));
  });
  return (context, onSolution) => {
    const outer = current;
    current = onSolution;
    try {
      run(new Array<undefined>(scope.layout.size), context);
    } finally {
      current = outer;
    }
  };
}

function planResult(query: CompiledQuery, scope: Scope): (frame: Frame) => QueryResult {
  const names = [...query.results].filter(([name, source]) => scope.isBound(name) && !source.startsWith("$"));
  const slots = names.map(([name, source]) => ({ source, slot: scope.slotOf(name) }));
  const captures = query.captures.map((name) => (name === undefined ? undefined : scope.slotOf(name)));
  return (frame) => {
    const bindings = new Map<string, Value>();
    for (const { source, slot } of slots) {
      bindings.set(source, certain(frame[slot], "value of a variable"));
    }
    return { bindings, expressions: captures.map((slot) => (slot === undefined ? true : valueAt(frame, slot))) };
  };
}

/** A captured value; the frame has it, because its literal succeeded. */
function valueAt(frame: Frame, slot: number): Value {
  return certain(frame[slot], "captured value");
}
