import { compare } from "./compare.js";
import type { Value } from "./value.js";
import { ValueTable } from "./value-table.js";

/** A set of values. Whoever builds it calls `add`; once published it no longer changes. */
export class RegoSet {
  readonly #members = new ValueTable();
  #sorted: readonly Value[] | undefined;

  /** @param members - the members, in any order, repetitions allowed */
  constructor(members: Iterable<Value> = []) {
    for (const member of members) this.add(member);
  }

  /** The number of members. */
  get size(): number {
    return this.#members.keys.length;
  }

  /** Adds a member, unless an equal one is there; only for the builder of the set. Tells whether it was new. */
  add(member: Value): boolean {
    if (this.#members.find(member) >= 0) return false;
    this.#members.append(member);
    this.#sorted = undefined;
    return true;
  }

  /** Whether an equal value is a member. */
  has(value: Value): boolean {
    return this.#members.find(value) >= 0;
  }

  /** The member that equals the value, or undefined. */
  find(value: Value): Value | undefined {
    const position = this.#members.find(value);
    return position < 0 ? undefined : this.#members.keys[position];
  }

  /** The members in order. */
  sorted(): readonly Value[] {
    this.#sorted ??= [...this.#members.keys].sort(compare);
    return this.#sorted;
  }

  /** The members in order of insertion. */
  values(): readonly Value[] {
    return this.#members.keys;
  }

  /** The members that are also in the other set. */
  intersection(other: RegoSet): RegoSet {
    const [few, many] = this.size <= other.size ? [this, other] : [other, this];
    return few.#where((member) => many.has(member));
  }

  /** The members that are not in the other set. */
  difference(other: RegoSet): RegoSet {
    return this.#where((member) => !other.has(member));
  }

  /** The members of both sets. */
  union(other: RegoSet): RegoSet {
    const result = this.#where(() => true);
    for (const member of other.values()) result.add(member);
    return result;
  }

  /** Whether all members are in the other set. */
  isSubsetOf(other: RegoSet): boolean {
    return this.size <= other.size && this.#members.keys.every((member) => other.has(member));
  }

  #where(keeps: (member: Value) => boolean): RegoSet {
    const result = new RegoSet();
    for (const member of this.#members.keys) if (keeps(member)) result.#members.append(member);
    return result;
  }
}
