import { type Diagnostic, diagnose, type Outcome } from "../syntax/diagnostic.js";
import { nowhere } from "../syntax/location.js";
import type { Evaluation } from "./context.js";
import { createContext, type EvaluateOptions, type Surroundings } from "./create-context.js";
import { EvaluationFault } from "./fault.js";
import { internalErrorText } from "./internal-error.js";
import type { QueryPlan, QueryResult } from "./plan-query.js";

export type { EvaluateOptions } from "./create-context.js";
export type { QueryResult } from "./plan-query.js";

/** Evaluates a planned query. */
export function evaluateQuery(
  plan: QueryPlan,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Outcome<readonly QueryResult[]> {
  const context = createContext(options, surroundings);
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
    const diagnostic = faultDiagnostic(error);
    return { ok: false, errors: [strictError(options, evaluation) ?? diagnostic] };
  }
  const failure = strictError(options, evaluation);
  return failure === undefined ? { ok: true, value: results } : { ok: false, errors: [failure] };
}

/** With strict errors a builtin's error comes before whatever ended the evaluation later. */
const strictError = (options: EvaluateOptions, evaluation: Evaluation): Diagnostic | undefined =>
  options.strictBuiltinErrors === true ? evaluation.firstBuiltinError : undefined;

function faultDiagnostic(error: unknown): Diagnostic {
  if (error instanceof EvaluationFault) {
    return diagnose(error.code, error.message, error.location ?? nowhere(""));
  }
  // Nesting that the depth limit did not foresee: the engine's own stack is the last limit.
  if (error instanceof RangeError) {
    return diagnose("eval_cancel_error", "evaluation limit of nesting exceeded", nowhere(""));
  }
  return diagnose("eval_internal_error", internalErrorText(error), nowhere(""));
}
