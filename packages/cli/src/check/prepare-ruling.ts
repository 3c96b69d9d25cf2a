import type { Problem } from "@ostiary/core";
import type { Ruling } from "./judge.js";
import type { NamespaceLabels } from "./namespaces.js";
import { loadPolicyKinds, type PolicyChoice, preparePolicies } from "./policies.js";

/** By what files are checked. Everything can be handed to a worker as it is. */
export interface CheckOptions extends PolicyChoice, Omit<Ruling, "policies" | "namespaces"> {}

/** What objects are judged by, and what is wrong with it. */
export interface PreparedRuling {
  readonly ruling: Ruling;
  readonly problems: readonly Problem[];
}

/**
 * Reads the policies of a run, once for all its objects. Their problems are told once for the run and not again with every object:
 * objects are judged by what could be read.
 */
export const prepareRuling = async (options: CheckOptions, namespaces: NamespaceLabels): Promise<PreparedRuling> => {
  const policies = preparePolicies(options, await loadPolicyKinds(options));
  return { ruling: { ...options, policies: { ...policies, problems: [] }, namespaces }, problems: policies.problems };
};
