import type { Origin } from "./origin.js";

/**
 * The fields of the judged object that an evaluation has read, in the order in which it did. Evaluation forgets what turned out
 * not to matter: the sides of `&&` that were true when one is false, the elements that `filter` left out.
 */
export class ReadJournal {
  readonly #reads: Origin[] = [];

  /** Notes a field that was read or found absent; `undefined` for what is no part of the judged object. */
  note(origin: Origin | undefined): void {
    if (origin !== undefined) this.#reads.push(origin);
  }

  /** A place to come back to. */
  get mark(): number {
    return this.#reads.length;
  }

  /** Forgets what was read between two places. */
  forget(from: number, to: number = this.#reads.length): void {
    if (to > from) this.#reads.splice(from, to - from);
  }

  /** What was read since a place. */
  since(mark: number): readonly Origin[] {
    return this.#reads.slice(mark);
  }

  /** Notes what was read before, by a variable that is asked for again. */
  replay(reads: readonly Origin[]): void {
    for (const read of reads) this.#reads.push(read);
  }
}
