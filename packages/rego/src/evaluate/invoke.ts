import { type Builtin, BuiltinFault } from "../builtins/builtin.js";
import { diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import type { Value } from "../value/value.js";
import type { Context } from "./context.js";
import { EvaluationFault } from "./fault.js";
import { internalErrorText } from "./internal-error.js";

/** Calls a builtin; its error is remembered and the result undefined. */
export function invokeBuiltin(
  builtin: Builtin,
  args: readonly Value[],
  context: Context,
  location: Location,
): Value | undefined {
  try {
    return builtin.call(args, context.evaluation.builtins);
  } catch (error) {
    return handleFault(error, builtin, context, location);
  }
}

/**
 * Remembers the first error of a builtin. A conflict ends the evaluation, and so does an error of the builtin's programmer: a
 * policy that cannot be evaluated must not look like one that found nothing.
 */
export function handleFault(error: unknown, { name }: Builtin, context: Context, location: Location): undefined {
  // A limit, or the engine's own stack.
  if (error instanceof EvaluationFault || error instanceof RangeError) throw error;
  if (!(error instanceof BuiltinFault)) {
    throw new EvaluationFault("eval_internal_error", `${name}: ${internalErrorText(error)}`, location);
  }
  if (error.code === "eval_conflict_error") throw new EvaluationFault(error.code, error.message, location);
  context.evaluation.firstBuiltinError ??= diagnose(error.code, error.message, location);
  return undefined;
}
