import type { Json } from "@ostiary/rules";
import type { ConstraintKind, KindSelector } from "@ostiary/rules/deckhouse";
import type { Action, PolicyRef } from "../decision.js";

/** A constraint as the cluster has it: made from a policy, or part of a built-in standard. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** `metadata.name`; together with the kind what users see. */
  readonly name: string;
  readonly action: Action;
  /** The kinds of `spec.match`; none for all. */
  readonly kinds: readonly KindSelector[];
  /** All else of `spec.match`, in Gatekeeper's form. Constraints of one policy share it. */
  readonly selection: object;
  /** `spec.parameters`. */
  readonly parameters: Json;
  /** The policy that the constraint comes from. */
  readonly policy: PolicyRef;
  /** The field of the policy, or the kind of the constraint for a built-in standard. */
  readonly rule: string;
}
