import { CelDuration, CelMap, CelTimestamp, CelUint, type CelValue } from "./cel-value.js";

/** A text that only equal keys share; numbers that are equal are one key, whatever their type. `undefined` for what is no key. */
export const keyText = (key: CelValue): string | undefined => {
  if (typeof key === "string") return `s${key}`;
  if (typeof key === "boolean") return `b${key}`;
  if (typeof key === "bigint") return `n${key}`;
  if (key instanceof CelUint) return `n${key.value}`;
  if (typeof key === "number" && Number.isInteger(key)) return `n${BigInt(key)}`;
  return undefined;
};

/** The same for what is a key of a literal alone. */
const entryText = (key: CelValue): string | undefined => {
  if (typeof key === "number" && !Number.isInteger(key)) return `d${key}`;
  if (key instanceof CelDuration) return `duration ${key.nanoseconds}`;
  if (key instanceof CelTimestamp) return `timestamp ${key.nanoseconds}`;
  return key === null ? "null" : keyText(key);
};

/** A map that an expression made. */
export class ValueMap extends CelMap {
  readonly origin = undefined;
  readonly #entries = new Map<string, readonly [CelValue, CelValue]>();

  /**
   * Kubernetes takes any value for a key; what is none is a key that only goes over the map meet.
   *
   * @param entries - of equal keys the last one counts
   */
  constructor(entries: Iterable<readonly [key: CelValue, value: CelValue]>) {
    super();
    for (const entry of entries) this.#entries.set(entryText(entry[0]) ?? `#${this.#entries.size}`, entry);
  }
  override get size(): number {
    return this.#entries.size;
  }
  override find(key: CelValue): CelValue | undefined {
    const text = entryText(key);
    return text === undefined ? undefined : this.#entries.get(text)?.[1];
  }
  override keys(): readonly CelValue[] {
    return [...this.#entries.values()].map(([key]) => key);
  }
}
