import type { Json } from "@ostiary/rules";
import type { ConstraintKind } from "@ostiary/rules/deckhouse";
import type { Action, PolicyRef } from "../decision.js";

/** A constraint as the cluster has it: made from a policy, or part of a built-in standard. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** `metadata.name`; together with the kind what users see. */
  readonly name: string;
  readonly action: Action;
  /** `spec.match` in Gatekeeper's form. */
  readonly match: object;
  /** `spec.parameters`. */
  readonly parameters: Json;
  /** The policy that the constraint comes from. */
  readonly policy: PolicyRef;
  /** The field of the policy, or the kind of the constraint for a built-in standard. */
  readonly rule: string;
}
