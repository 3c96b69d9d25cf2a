import type { BuiltinTable } from "./builtins/create-builtins.js";
import type { RegexEngine } from "./builtins/regex/regex-engine.js";
import type { MetadataSupport } from "./compile/metadata-support.js";
import type { PolicyChecks } from "./compile/policy-checks.js";
import type { Explain } from "./debug/explanation.js";
import type { Reference as Release } from "./value/reference.js";

/** How modules are compiled by an engine that has only what its host gives it. */
export interface PolicyOptions {
  /** Version of the language of modules that name none. Default `v1`. */
  readonly version?: "v0" | "v1";
  /** Functions that policies may call. */
  readonly builtins: BuiltinTable;
  /** Compiles regular expressions; without it they fault. */
  readonly regex?: RegexEngine;
  /**
   * `policyChecks` finds errors without which a policy can be evaluated as well: of types, of v1, of strict mode. Without it such
   * policies are compiled, and what is ill-typed is undefined, as with input whose type nobody knew.
   */
  readonly checks?: PolicyChecks;
  /** `explainUndefined` answers the policy's method of this name; without it that gives an error. */
  readonly explain?: Explain;
  /** `yamlMetadata` reads `# METADATA` blocks; without it they are comments, and the functions of `rego.metadata` are undefined. */
  readonly metadata?: MetadataSupport;
  /** The release of OPA whose answers are given where releases differ. Default `1.17`. */
  readonly reference?: Release;
  /** Whether calls of `print` reach the sink or are removed, as Gatekeeper does. Default `off`. */
  readonly printing?: "on" | "off";
  /**
   * Refuses what OPA's strict mode does: unused imports, arguments and variables; of v0 also what v1 refuses. Default `off`; `on`
   * needs `checks`.
   */
  readonly strict?: "on" | "off";
  /** Greatest nesting of terms in a source. Default 250. */
  readonly maximumDepth?: number;
}
