import { type Diagnostic, diagnose, type Outcome } from "../syntax/diagnostic.js";
import { nowhere } from "../syntax/location.js";
import type { Reference as Release } from "../value/reference.js";
import { createContext, type EvaluateOptions } from "./create-context.js";
import { EvaluationFault } from "./fault.js";
import type { QueryPlan, QueryResult } from "./plan-query.js";

export type { EvaluateOptions } from "./create-context.js";
export type { QueryResult } from "./plan-query.js";

/** Evaluates a planned query. */
export function evaluateQuery(
  plan: QueryPlan,
  options: EvaluateOptions,
  release: Release,
): Outcome<readonly QueryResult[]> {
  const context = createContext(options, release);
  if (!context.ok) return context;
  const results: QueryResult[] = [];
  const { evaluation } = context.value;
  const depth = evaluation.budget.depth;
  try {
    plan(context.value, (result) => {
      results.push(result);
      return false;
    });
  } catch (error) {
    evaluation.budget.depth = depth;
    return { ok: false, errors: [faultDiagnostic(error)] };
  }
  const { firstBuiltinError } = evaluation;
  if (options.strictBuiltinErrors === true && firstBuiltinError !== undefined) {
    return { ok: false, errors: [firstBuiltinError] };
  }
  return { ok: true, value: results };
}

function faultDiagnostic(error: unknown): Diagnostic {
  if (error instanceof EvaluationFault) {
    return diagnose(error.code, error.message, error.location ?? nowhere(""));
  }
  // Nesting that the depth limit did not foresee: the engine's own stack is the last limit.
  if (error instanceof RangeError) {
    return diagnose("eval_cancel_error", "evaluation limit of nesting exceeded", nowhere(""));
  }
  throw error;
}
