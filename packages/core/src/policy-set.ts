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
