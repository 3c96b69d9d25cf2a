import type { Outcome } from "../outcome.js";
import type { WorkingFields, WorkingValue } from "./working-value.js";

/** What a mutator does at the end of its location. */
export interface Setter {
  /**
   * Gives the new value of a field.
   *
   * @param current - `undefined` where the field is missing
   * @returns `undefined` leaves a missing field missing; the mutator has acted nevertheless
   */
  value(current: WorkingValue | undefined): Outcome<WorkingValue | undefined>;
  /** The element to put into a list, for mutators whose location may end in one. */
  readonly element?: WorkingFields;
}
