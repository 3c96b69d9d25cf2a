import { compare } from "./compare.js";
import { BuiltObject, type Value } from "./value.js";
import { ValueTable } from "./value-table.js";

/**
 * An object with keys of any type, as policies build them. Whoever builds it calls `set`; once published it no longer changes.
 */
export class RegoObject extends BuiltObject {
  readonly #table = new ValueTable();
  readonly #values: Value[] = [];
  #keys: readonly Value[] | undefined;

  /** @param entries - keys and values; a later value replaces an earlier one */
  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  override get size(): number {
    return this.#values.length;
  }

  /** Sets a key; only for the builder of the object. */
  set(key: Value, value: Value): void {
    const position = this.#table.find(key);
    if (position >= 0) {
      this.#values[position] = value;
      return;
    }
    this.#table.append(key);
    this.#values.push(value);
    this.#keys = undefined;
  }

  override get(key: Value): Value | undefined {
    const position = this.#table.find(key);
    return position < 0 ? undefined : this.#values[position];
  }

  override has(key: Value): boolean {
    return this.#table.find(key) >= 0;
  }

  override keys(): readonly Value[] {
    this.#keys ??= [...this.#table.keys].sort(compare);
    return this.#keys;
  }

  override entries(): Iterable<readonly [Value, Value]> {
    return this.#table.keys.map((key, position) => [key, this.#values[position] ?? null] as const);
  }
}
