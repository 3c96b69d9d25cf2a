import { isMutator, readMutators } from "@ostiary/gatekeeper";
import type { MutationRuling } from "../mutate/mutate-object.js";
import { mutateWorkload, sourcePath } from "../mutate/mutate-workload.js";
import { readIdentity } from "./identity.js";
import type { MutationOutcome, Ruling } from "./judge.js";

/**
 * Prepares the mutators among policies. What is wrong with them is told with the policies.
 *
 * @param policies - policy documents, mutators and others
 */
export const prepareMutation = (
  { namespaces, namespaceLabels, namespace, policies: { podCarriers } }: Ruling,
  policies: readonly unknown[],
): ((object: unknown) => MutationOutcome) => {
  const { mutators } = readMutators(policies.filter(holdsMutator));
  const ruling: MutationRuling = { mutators, namespaces, namespaceLabels, namespace };
  return (object) => {
    const mutated = mutateWorkload(object, ruling, podCarriers);
    if (mutated.ok) {
      return { object: mutated.value, sourceOf: (path) => sourcePath(path, mutated.value, object) };
    }
    const { code, message } = mutated.error;
    return { object, problem: { code, message, path: [], effect: "deny" }, sourceOf: (path) => path };
  };
};

const holdsMutator = (document: unknown): boolean => {
  const { apiVersion, kind } = readIdentity(document);
  return isMutator({ group: apiVersion.split("/")[0] ?? "", kind });
};
