import { CelList, type CelValue } from "./cel-value.js";

/** Two lists in a row, which are not copied: adding lists up costs nothing, however long they are. */
export class ConcatenatedList extends CelList {
  readonly origin = undefined;
  override readonly size: number;
  readonly #first: CelList;
  readonly #second: CelList;

  constructor(first: CelList, second: CelList) {
    super();
    this.#first = first;
    this.#second = second;
    this.size = first.size + second.size;
  }
  override at(index: number): CelValue | undefined {
    return index < this.#first.size ? this.#first.at(index) : this.#second.at(index - this.#first.size);
  }
  override *values(): Generator<CelValue, void> {
    yield* this.#first.values();
    yield* this.#second.values();
  }
}
