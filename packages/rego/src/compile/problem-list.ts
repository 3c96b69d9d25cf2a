import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { nowhere } from "../syntax/location.js";

/** OPA stops after ten errors. */
const limit = 10;

/** The errors as OPA lists them: ten, then one that says that there are more. */
export function limitProblems(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  if (problems.length <= limit) return problems;
  return [...problems.slice(0, limit), diagnose("rego_compile_error", "error limit reached", nowhere(""))];
}
