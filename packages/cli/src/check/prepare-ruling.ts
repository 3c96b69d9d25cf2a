import type { Problem } from "@ostiary/core";
import type { Ruling } from "./judge.js";
import type { NamespaceLabels } from "./namespaces.js";
import { loadPolicyKinds, type PolicyChoice, preparePolicies } from "./policies.js";

/** By what files are checked. Everything can be handed to a worker as it is. */
export interface CheckOptions extends PolicyChoice, Omit<Ruling, "policies" | "namespaces" | "mutate"> {
  /** Whether the mutators among the policies change objects before they are judged, as a cluster has it. Default: `ignored`. */
  readonly mutators?: "applied" | "ignored" | undefined;
}

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
  const ruling: Ruling = { ...options, policies: { ...policies, problems: [] }, namespaces };
  if (options.mutators !== "applied") return { ruling, problems: policies.problems };
  const { prepareMutation } = await import("./prepare-mutation.js");
  return {
    ruling: { ...ruling, mutate: prepareMutation(ruling, options.policies ?? []) },
    problems: policies.problems,
  };
};
