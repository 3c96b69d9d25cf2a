import type { Json } from "@ostiary/core";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { MUTATION_GROUP } from "../mutation/mutator-document.js";
import { readMutators } from "../mutation/read-mutators.js";
import { type Fault, fail } from "../outcome.js";
import { decodeResource, type ResourceKind } from "./decode-resource.js";

const VERSIONS: readonly string[] = ["v1", "v1alpha1", "v1beta1"];

const MUTATORS: readonly ResourceKind[] = [
  { group: MUTATION_GROUP, kind: "Assign", versions: VERSIONS },
  { group: MUTATION_GROUP, kind: "AssignImage", versions: ["v1alpha1"] },
  { group: MUTATION_GROUP, kind: "AssignMetadata", versions: VERSIONS },
  { group: MUTATION_GROUP, kind: "ModifySet", versions: VERSIONS },
];

/**
 * Finds what the validating webhook has against a mutator. A field of a wrong type is told in our words.
 *
 * @source gatekeeper, pkg/webhook/policy.go, validateAssign and its like
 */
export const findMutatorFault = (document: Json, release: GatekeeperRelease): Fault | undefined => {
  const decoded = decodeResource(document, MUTATORS);
  if (!decoded.ok) return decoded.error;
  const [problem] = readMutators([document], { release, schema: "ignore" }).problems;
  if (problem === undefined) return undefined;
  const isUndecodable = problem.code === "invalid-type" || problem.code === "internal";
  return fail(isUndecodable ? "undecodable" : problem.code, problem.message).error;
};
