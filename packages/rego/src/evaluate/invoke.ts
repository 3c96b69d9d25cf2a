import { type Builtin, BuiltinFault } from "../builtins/builtin.js";
import { diagnose } from "../syntax/diagnostic.js";
import type { Location } from "../syntax/location.js";
import type { Value } from "../value/value.js";
import type { Context } from "./context.js";
import { EvaluationFault } from "./fault.js";

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
    return handleFault(error, context, location);
  }
}

/** Remembers the first error of a builtin; a conflict, and whatever is no error of a builtin, goes on. */
export function handleFault(error: unknown, context: Context, location: Location): undefined {
  if (!(error instanceof BuiltinFault)) throw error;
  if (error.code === "eval_conflict_error") throw new EvaluationFault(error.code, error.message, location);
  context.evaluation.firstBuiltinError ??= diagnose(error.code, error.message, location);
  return undefined;
}
