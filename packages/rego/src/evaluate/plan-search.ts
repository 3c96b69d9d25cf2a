import type { Reference } from "../syntax/ast.js";
import { planDataSearch } from "./plan-data.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import { planParts, type Search, walkParts } from "./walk-path.js";

/** Plans a reference that may have several values. */
export function planSearch(reference: Reference, scope: Scope, planner: Planner): Search {
  const { head, path } = reference;
  if (head.kind === "variable" && head.name === "data") return planDataSearch(path, scope, planner);
  const base = planTerm(head, scope, planner);
  const parts = planParts(path, scope, planner);
  return (consume) => {
    const walk = walkParts(parts, consume, scope.order);
    return (frame, context) => {
      const value = base(frame, context);
      return value !== undefined && walk(value, frame, context);
    };
  };
}
