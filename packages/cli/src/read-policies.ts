import { type ReadOptions as CoreReadOptions, type PolicySet, readPolicies as readCorePolicies } from "@ostiary/core";
import type { DeckhouseOptions } from "@ostiary/core/deckhouse";
import { withEveryKind } from "./every-kind.js";

/** How policies are read. Everything is optional. */
export interface ReadOptions extends CoreReadOptions, DeckhouseOptions {}

/**
 * Reads policies of every kind there is once, for any number of evaluations: Kubernetes' Pod Security Standards, and
 * Deckhouse's OperationPolicy, SecurityPolicy, SecurityPolicyException and ModuleConfig.
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
