import type { Json } from "@ostiary/core";
import type { ConstraintMatch } from "@ostiary/core/match";
import type { EnforcementPoint } from "../client/gatekeeper-client.js";

/** A constraint that its template admits, with the defaults of the schema filled in. Immutable. */
export interface Constraint {
  /** As the template spells it. */
  readonly kind: string;
  readonly name: string;
  /** The whole document after defaults. */
  readonly document: Json;
  /** `spec.parameters` after defaults; `undefined` when absent or null. */
  readonly parameters: Json | undefined;
  /** `spec.enforcementAction` after defaults: any text, the empty one too. */
  readonly enforcementAction: string;
  /**
   * The actions at an enforcement point, sorted and each once. With `enforcementAction: scoped` those of the entries that name
   * the point or `*`: none means that the constraint is not evaluated there. Else the one action, everywhere.
   */
  actionsAt(point: EnforcementPoint): readonly string[];
  /** Whether the constraint is about an object. */
  readonly matches: ConstraintMatch;
}
