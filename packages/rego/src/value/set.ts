import { compare } from "./compare.js";
import { SetValue, type Value } from "./value.js";
import { ValueTable } from "./value-table.js";

/** A set of values. Whoever builds it calls `add`; once published it no longer changes. */
export class RegoSet extends SetValue {
  readonly #members = new ValueTable();
  #sorted: readonly Value[] | undefined;

  /** @param members - the members, in any order, repetitions allowed */
  constructor(members: Iterable<Value> = []) {
    super();
    for (const member of members) this.add(member);
  }

  override get size(): number {
    return this.#members.keys.length;
  }

  /** Adds a member, unless an equal one is there; only for the builder of the set. Tells whether it was new. */
  add(member: Value): boolean {
    if (this.#members.find(member) >= 0) return false;
    this.#members.append(member);
    this.#sorted = undefined;
    return true;
  }

  override has(value: Value): boolean {
    return this.#members.find(value) >= 0;
  }

  override find(value: Value): Value | undefined {
    const position = this.#members.find(value);
    return position < 0 ? undefined : this.#members.keys[position];
  }

  override sorted(): readonly Value[] {
    this.#sorted ??= [...this.#members.keys].sort(compare);
    return this.#sorted;
  }

  override values(): readonly Value[] {
    return this.#members.keys;
  }

  override intersection(other: SetValue): RegoSet {
    const [few, many] = this.size <= other.size ? [this, other] : [other, this];
    return RegoSet.#where(few, (member) => many.has(member));
  }

  override difference(other: SetValue): RegoSet {
    return RegoSet.#where(this, (member) => !other.has(member));
  }

  override union(other: SetValue): RegoSet {
    const result = RegoSet.#where(this, () => true);
    for (const member of other.values()) result.add(member);
    return result;
  }

  override isSubsetOf(other: SetValue): boolean {
    return this.size <= other.size && this.#members.keys.every((member) => other.has(member));
  }

  static #where(set: SetValue, keeps: (member: Value) => boolean): RegoSet {
    const result = new RegoSet();
    for (const member of set.values()) if (keeps(member)) result.#members.append(member);
    return result;
  }
}
