import type { FieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import type { Policy } from "../deckhouse/generate-constraints.js";

/** An object that shows a finding, and what becomes of it under the policy where that matches. */
export interface Evidence {
  readonly object: object;
  readonly outcome: "admitted" | "refused";
}

/** Something about a policy that its author can hardly mean. */
export interface LintFinding {
  /** One line for people. */
  readonly message: string;
  /** The place in the policy. */
  readonly path: FieldPath;
  /** Absent where no object can show it, as where another field of the policy hides it. */
  readonly evidence?: Evidence;
  /** Another policy that it is about too, one of the question's others. */
  readonly other?: Policy;
}

/** What a rule of lint is given. */
export interface LintQuestion {
  readonly policy: Policy;
  readonly release: Release;
  /** The other policies of the cluster. */
  readonly others: readonly Policy[];
}

/** A rule of lint: a kind of finding, and how to come by it. */
export interface LintRule {
  /** The name of the kind, e.g. `open-repository-prefix`. */
  readonly code: string;
  find(question: LintQuestion): readonly LintFinding[];
}

/** The path of a field of `spec.policies`. */
export const fieldPath = (...steps: FieldPath): FieldPath => ["spec", "policies", ...steps];
