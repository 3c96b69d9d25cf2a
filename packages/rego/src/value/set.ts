import { compare } from "./compare.js";
import { type HashKey, hashKey } from "./hash-key.js";
import type { Value } from "./value.js";

/** A set of values. Whoever builds it calls `add`; once published it no longer changes. */
export class RegoSet {
  readonly #members = new Map<HashKey, Value>();
  #sorted: readonly Value[] | undefined;

  /** @param members - the members, in any order, repetitions allowed */
  constructor(members: Iterable<Value> = []) {
    for (const member of members) this.add(member);
  }

  /** The number of members. */
  get size(): number {
    return this.#members.size;
  }

  /** Adds a member, unless an equal one is there; only for the builder of the set. Tells whether it was new. */
  add(member: Value): boolean {
    const key = hashKey(member);
    if (this.#members.has(key)) return false;
    this.#members.set(key, member);
    this.#sorted = undefined;
    return true;
  }

  /** Whether an equal value is a member. */
  has(value: Value): boolean {
    return this.#members.has(hashKey(value));
  }

  /** The member that equals the value, or undefined. */
  find(value: Value): Value | undefined {
    return this.#members.get(hashKey(value));
  }

  /** The members in order. */
  sorted(): readonly Value[] {
    this.#sorted ??= [...this.#members.values()].sort(compare);
    return this.#sorted;
  }

  /** The members in order of insertion. */
  values(): Iterable<Value> {
    return this.#members.values();
  }

  /** The members that are also in the other set. */
  intersection(other: RegoSet): RegoSet {
    const [few, many] = this.size <= other.size ? [this, other] : [other, this];
    return few.#where((key) => many.#members.has(key));
  }

  /** The members that are not in the other set. */
  difference(other: RegoSet): RegoSet {
    return this.#where((key) => !other.#members.has(key));
  }

  /** The members of both sets. */
  union(other: RegoSet): RegoSet {
    const result = this.#where(() => true);
    for (const [key, member] of other.#members) if (!result.#members.has(key)) result.#members.set(key, member);
    return result;
  }

  /** Whether all members are in the other set. */
  isSubsetOf(other: RegoSet): boolean {
    if (this.size > other.size) return false;
    for (const key of this.#members.keys()) if (!other.#members.has(key)) return false;
    return true;
  }

  #where(keeps: (key: HashKey) => boolean): RegoSet {
    const result = new RegoSet();
    for (const [key, member] of this.#members) if (keeps(key)) result.#members.set(key, member);
    return result;
  }
}
