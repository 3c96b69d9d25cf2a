import { allBuiltins } from "./builtins/index.js";
import { defaultRegexEngine } from "./builtins/regex/re2.js";
import { policyChecks } from "./compile/policy-checks.js";
import { explainUndefined } from "./debug/explain-undefined.js";
import { yamlMetadata } from "./metadata-yaml.js";
import { compilePolicy, type ModuleSource, type Policy } from "./policy.js";
import type { PolicyOptions } from "./policy-options.js";
import type { Outcome } from "./syntax/diagnostic.js";

/** How modules are compiled; whatever is left out is there: all builtins, RE2, checks, explanations, metadata. */
export type CompileOptions = Partial<PolicyOptions>;

/**
 * Parses and compiles modules.
 *
 * @returns The policy, or OPA's errors in OPA's order: those of every module that does not parse, or those of the first stage of
 * compilation that finds any.
 */
export const compileRego = (sources: readonly ModuleSource[], options: CompileOptions = {}): Outcome<Policy> =>
  compilePolicy(sources, {
    regex: defaultRegexEngine,
    checks: policyChecks,
    explain: explainUndefined,
    metadata: yamlMetadata,
    ...options,
    // Callers in JavaScript pass null for nothing.
    builtins: options?.builtins ?? allBuiltins(),
  });
