import { printGoValue } from "./go-value.js";
import { isEqual } from "./value-equality.js";
import type { WorkingValue } from "./working-value.js";

/** A set of values that are compared in depth. */
export class ValueSet {
  /** Values by what they look like: equal ones look the same, and few that look the same are not equal. */
  private readonly members = new Map<string, WorkingValue[]>();

  constructor(values: readonly WorkingValue[]) {
    for (const value of values) this.add(value);
  }

  has(value: WorkingValue): boolean {
    return this.members.get(printGoValue(value))?.some((member) => isEqual(member, value)) === true;
  }

  /** @returns whether the value was not in the set before */
  add(value: WorkingValue): boolean {
    const text = printGoValue(value);
    const alike = this.members.get(text);
    if (alike?.some((member) => isEqual(member, value)) === true) return false;
    if (alike === undefined) this.members.set(text, [value]);
    else alike.push(value);
    return true;
  }
}
