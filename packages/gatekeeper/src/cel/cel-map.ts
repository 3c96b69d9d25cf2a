import { CelMap, CelUint, type CelValue } from "./cel-value.js";

/** A text that only equal keys share; numbers that are equal are one key, whatever their type. `undefined` for what is no key. */
export const keyText = (key: CelValue): string | undefined => {
  if (typeof key === "string") return `s${key}`;
  if (typeof key === "boolean") return `b${key}`;
  if (typeof key === "bigint") return `n${key}`;
  if (key instanceof CelUint) return `n${key.value}`;
  if (typeof key === "number" && Number.isInteger(key)) return `n${BigInt(key)}`;
  return undefined;
};

/** A map that an expression made. */
export class ValueMap extends CelMap {
  readonly origin = undefined;
  readonly #entries = new Map<string, readonly [CelValue, CelValue]>();

  /** @param entries - of equal keys the last one counts; values that cannot be keys are left out */
  constructor(entries: Iterable<readonly [key: CelValue, value: CelValue]>) {
    super();
    for (const entry of entries) {
      const text = keyText(entry[0]);
      if (text !== undefined) this.#entries.set(text, entry);
    }
  }
  override get size(): number {
    return this.#entries.size;
  }
  override find(key: CelValue): CelValue | undefined {
    const text = keyText(key);
    return text === undefined ? undefined : this.#entries.get(text)?.[1];
  }
  override keys(): readonly CelValue[] {
    return [...this.#entries.values()].map(([key]) => key);
  }
}

/** Whether a value can be the key of a map. */
export const isMapKey = (value: CelValue): boolean => typeof value !== "number" && keyText(value) !== undefined;
