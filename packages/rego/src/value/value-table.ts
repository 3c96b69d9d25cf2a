import { equal } from "./equal.js";
import { type HashKey, hashKey } from "./hash-key.js";
import type { Value } from "./value.js";

/** Up to this many keys comparing them one by one costs less than hashing. */
const smallSize = 8;

/** Finds the position of a value in a list of distinct values, the order in which they were added. */
export class ValueTable {
  readonly keys: Value[] = [];
  #positions: Map<HashKey, number> | undefined;

  /** The position of an equal key, or -1. */
  find(key: Value): number {
    if (this.#positions !== undefined) return this.#positions.get(hashKey(key)) ?? -1;
    return typeof key === "object" || typeof key === "number" || typeof key === "bigint"
      ? this.#scan(key)
      : this.keys.indexOf(key);
  }

  /** Appends a key that is not there yet. */
  append(key: Value): void {
    const position = this.keys.push(key) - 1;
    if (this.#positions !== undefined) this.#positions.set(hashKey(key), position);
    else if (position >= smallSize) this.#index();
  }

  #scan(key: Value): number {
    for (let position = 0; position < this.keys.length; position += 1) {
      const other = this.keys[position];
      if (other !== undefined && equal(other, key)) return position;
    }
    return -1;
  }

  #index(): void {
    const positions = new Map<HashKey, number>();
    for (const [position, key] of this.keys.entries()) positions.set(hashKey(key), position);
    this.#positions = positions;
  }
}
