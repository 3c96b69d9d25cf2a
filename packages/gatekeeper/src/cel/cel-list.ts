import type { CelValue } from "./cel-value.js";
import type { Origin } from "./origin.js";

/** A list of values. */
export abstract class CelList {
  abstract readonly size: number;
  /** Where it lies in the object that is judged; `undefined` when it is no part of it. */
  abstract readonly origin: Origin | undefined;
  /** The element at a position from 0; `undefined` beyond the end. */
  abstract at(index: number): CelValue | undefined;

  *values(): Generator<CelValue, void> {
    for (let index = 0; index < this.size; index += 1) {
      const value = this.at(index);
      if (value !== undefined) yield value;
    }
  }
}

/** A list that an expression made. */
export class ValueList extends CelList {
  readonly origin = undefined;
  readonly #elements: readonly CelValue[];

  constructor(elements: readonly CelValue[]) {
    super();
    this.#elements = elements;
  }
  override get size(): number {
    return this.#elements.length;
  }
  override at(index: number): CelValue | undefined {
    return this.#elements[index];
  }
}
