import { compareBytes } from "@ostiary/rules";
import type { MutatorId } from "./mutator.js";

const PARTS = ["group", "kind", "namespace", "name"] as const;

/**
 * Compares two mutators by the order in which they run: group, kind, namespace, name, each by its bytes. So every Assign runs
 * before every AssignImage, AssignMetadata and ModifySet.
 *
 * @source gatekeeper, pkg/mutation/ordered_ids.go
 */
export const compareMutatorIds = (one: MutatorId, other: MutatorId): number => {
  for (const part of PARTS) {
    const difference = compareBytes(one[part], other[part]);
    if (difference !== 0) return difference;
  }
  return 0;
};
