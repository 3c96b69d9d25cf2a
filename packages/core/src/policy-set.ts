import type { PodCarrier } from "@ostiary/rules";
import type { Problem } from "./decision.js";
import type { LoadedPolicies } from "./policy-kind.js";

/** Policies ready for use: made by `readPolicies`, immutable, good for any number of evaluations. */
export interface PolicySet {
  /** What could not be read. It is repeated in every decision: a policy that nobody could read refuses. */
  readonly problems: readonly Problem[];
  /** The policies, by kind. */
  readonly loaded: readonly LoadedPolicies[];
  /** Kinds of objects that hold pods, beyond Kubernetes' own. */
  readonly podCarriers: readonly PodCarrier[];
}

/** Whether policies have been read. What is only made to look so, as JSON can be, has no functions in it. */
export const isPolicySet = (policies: unknown): policies is PolicySet => {
  if (typeof policies !== "object" || policies === null || !("loaded" in policies)) return false;
  const { loaded } = policies;
  return Array.isArray(loaded) && loaded.length > 0 && loaded.every((kind) => typeof kind?.bind === "function");
};
