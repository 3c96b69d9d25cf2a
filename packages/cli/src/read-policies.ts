import { type PolicySet, readPolicies as readCorePolicies } from "@ostiary/core";
import { withEveryKind } from "./every-kind.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Reads policies of every kind there is once, for any number of evaluations: Kubernetes' Pod Security Standards and
 * ValidatingAdmissionPolicies; Deckhouse's OperationPolicy, SecurityPolicy, SecurityPolicyException and ModuleConfig;
 * Gatekeeper's ConstraintTemplates and constraints with all that goes with them.
 *
 * @param documents - policy documents, each an object as parsed from YAML or JSON
 * @returns a set that is always usable: what could not be read is in its `problems`, and refuses until mended
 *
 * @example
 * ```ts
 * const policies = readPolicies([operationPolicy, securityPolicy], { profile: "deckhouse", release: "1.76" });
 * ```
 */
export const readPolicies = (documents: readonly unknown[], options: ReadOptions = {}): PolicySet =>
  readCorePolicies(documents, withEveryKind(options));
