import { compare } from "./compare.js";
import { type HashKey, hashKey } from "./hash-key.js";
import type { Value } from "./value.js";

/**
 * An object with keys of any type, as policies build them. Whoever builds it calls `set`; once published it no longer changes.
 */
export class RegoObject {
  readonly #entries = new Map<HashKey, readonly [Value, Value]>();
  #keys: readonly Value[] | undefined;

  /** @param entries - keys and values; a later value replaces an earlier one */
  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  /** The number of keys. */
  get size(): number {
    return this.#entries.size;
  }

  /** Sets a key; only for the builder of the object. */
  set(key: Value, value: Value): void {
    this.#entries.set(hashKey(key), [key, value]);
    this.#keys = undefined;
  }

  /** The value of a key, or undefined. */
  get(key: Value): Value | undefined {
    return this.#entries.get(hashKey(key))?.[1];
  }

  /** Whether the object has the key. */
  has(key: Value): boolean {
    return this.#entries.has(hashKey(key));
  }

  /** The keys in order. */
  keys(): readonly Value[] {
    this.#keys ??= Array.from(this.#entries.values(), ([key]) => key).sort(compare);
    return this.#keys;
  }

  /** Keys with their values, in order of insertion. */
  entries(): Iterable<readonly [Value, Value]> {
    return this.#entries.values();
  }
}
