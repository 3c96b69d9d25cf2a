import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { nowhere } from "../syntax/location.js";

/** OPA stops after ten errors. */
const limit = 10;

/** The errors of modules as OPA lists them: the tenth is followed by one that says that the limit is reached. */
export const limitProblems = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.length < limit ? problems : [...problems.slice(0, limit), limitReached];

/** The errors of a query: the same, but only where there are more than ten. */
export const limitQueryProblems = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.length === limit ? problems : limitProblems(problems);

const limitReached = diagnose("rego_compile_error", "error limit reached", nowhere(""));
