import { compileRego, type Policy } from "@ostiary/rego";
import type { LoadedPolicies } from "./load-policies.js";
import { errorOf, type OutputError, problemError } from "./output-error.js";
import { findPathConflicts } from "./path-conflicts.js";
import { withExcerpts } from "./source-excerpt.js";

/** A compiled policy, or all that is wrong. */
export type Compilation =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly errors: readonly OutputError[] };

/** How policies are compiled. */
export interface CompileRequest {
  readonly version: "v0" | "v1";
  /** Refuses what is allowed but hardly meant. Default `off`. */
  readonly strict?: "on" | "off";
  /** Whether every error shows its line, or only those that OPA shows with theirs. Default `some`. */
  readonly excerpts?: "all" | "some";
}

/** Compiles policies that were loaded; what could not be loaded is an error too. */
export const compilePolicies = (
  { modules, data, problems }: LoadedPolicies,
  { version, strict = "off", excerpts = "some" }: CompileRequest,
): Compilation => {
  if (problems.length > 0) return { ok: false, errors: problems.map(problemError) };
  const policy = compileRego(modules, { version, strict, printing: "on" });
  const errors = policy.ok ? findPathConflicts(policy.value.modules, data) : policy.errors;
  if (policy.ok && errors.length === 0) return { ok: true, policy: policy.value };
  return { ok: false, errors: (excerpts === "all" ? withExcerpts(errors, modules) : errors).map(errorOf) };
};
