import type { Comprehension } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { equal } from "../value/equal.js";
import type { RegoObject } from "../value/object.js";
import type { Value } from "../value/value.js";
import { Collector, collectorAt, placeCollector } from "./collector.js";
import type { Evaluate, Run } from "./context.js";
import { EvaluationFault } from "./fault.js";
import { planBody } from "./plan-body.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";

/** Plans a comprehension: its body runs to exhaustion, and each solution adds to a collection. */
export function planComprehension(term: Comprehension, scope: Scope, planner: Planner): Evaluate {
  const slot = scope.layout.reserve();
  const run = planBody(term.body, scope.inner(term.collects === "array" ? "sorted" : "any"), planner, (inner) =>
    planEnd(term, slot, inner, planner),
  );
  return (frame, context) => {
    const collector = new Collector();
    placeCollector(frame, slot, collector);
    context.evaluation.budget.spend(1);
    run(frame, context);
    return resultOf(term.collects, collector);
  };
}

function resultOf(collects: Comprehension["collects"], collector: Collector): Value {
  if (collects === "array") return collector.items;
  return collects === "set" ? collector.set : collector.object;
}

function planEnd(term: Comprehension, slot: number, scope: Scope, planner: Planner): Run {
  const head = planTerm(term.head, scope, planner);
  if (term.collects === "object") return planEntry(term, head, slot, scope, planner);
  if (term.collects === "set") {
    return (frame, context) => {
      const value = head(frame, context);
      if (value !== undefined) collectorAt(frame, slot).set.add(value);
      return false;
    };
  }
  return (frame, context) => {
    const value = head(frame, context);
    if (value !== undefined) collectorAt(frame, slot).items.push(value);
    return false;
  };
}

function planEntry(term: Comprehension, head: Evaluate, slot: number, scope: Scope, planner: Planner): Run {
  const planKey = planTerm(certain(term.key, "key"), scope, planner);
  const { location } = term;
  return (frame, context) => {
    const key = planKey(frame, context);
    const value = head(frame, context);
    if (key === undefined || value === undefined) return false;
    addEntry(collectorAt(frame, slot).object, key, value, () => {
      throw new EvaluationFault("eval_conflict_error", "object keys must be unique", location);
    });
    return false;
  };
}

function addEntry(object: RegoObject, key: Value, value: Value, onConflict: () => never): void {
  const known = object.get(key);
  if (known === undefined) object.set(key, value);
  else if (!equal(known, value)) onConflict();
}
