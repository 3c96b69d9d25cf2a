import { CelError } from "./cel-error.js";
import type { CelValue, Evaluated } from "./cel-value.js";
import type { Effort } from "./effort.js";
import type { FunctionDeclaration, Overload } from "./function-declaration.js";
import { isOfType, runtimeType } from "./runtime-type.js";

const accepts = (overload: Overload, args: readonly CelValue[]): boolean =>
  overload.parameters.length === args.length &&
  overload.parameters.every((type, index) => isOfType(args[index] ?? null, type));

/**
 * Calls a function with the overload that goes with the values.
 *
 * @source google/cel-go, common/decls/decls.go
 */
export const callFunction = (
  { name, overloads, run, cost }: FunctionDeclaration,
  args: readonly CelValue[],
  effort: Effort,
): Evaluated => {
  effort.charge(cost?.(args) ?? 1);
  if (effort.stopped !== undefined) return effort.stopped;
  const implementation = run ?? overloads.find((overload) => accepts(overload, args))?.run;
  if (implementation !== undefined) return implementation(args, effort);
  return CelError.of(`no such overload: ${name}(${args.map((value) => runtimeType(value).name).join(", ")})`);
};
