import { CelList, type CelValue } from "./cel-value.js";

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
