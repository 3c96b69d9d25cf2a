const FREE_ALIASED_NODES = 100;
const FREE_NODES = 1000;
const LOW_NODES = 400_000;
const HIGH_NODES = 4_000_000;
const LOW_SHARE = 0.99;
const HIGH_SHARE = 0.1;

const allowedShare = (nodes: number): number => {
  if (nodes <= LOW_NODES) return LOW_SHARE;
  if (nodes >= HIGH_NODES) return HIGH_SHARE;
  return LOW_SHARE - (LOW_SHARE - HIGH_SHARE) * ((nodes - LOW_NODES) / (HIGH_NODES - LOW_NODES));
};

/**
 * Counts the nodes that a document has once its aliases are followed, and refuses the documents that go-yaml refuses
 * as "excessive aliasing" (`allowedAliasRatio`). Aliased values are shared here, so it is the callers who walk them
 * that this keeps from endless work.
 */
export class AliasBudget {
  #nodes = 1;
  #aliased = 0;

  /** Nodes so far, aliases followed. */
  get nodes(): number {
    return this.#nodes;
  }

  /** Counts a node that is written out. */
  count(): void {
    this.#nodes += 1;
  }

  /**
   * Counts an alias.
   *
   * @param nodes - the nodes that its anchor has
   * @returns whether the document may still be read
   */
  follow(nodes: number): boolean {
    this.#nodes += nodes + 1;
    this.#aliased += nodes;
    if (this.#aliased <= FREE_ALIASED_NODES || this.#nodes <= FREE_NODES) return true;
    return this.#aliased / this.#nodes <= allowedShare(this.#nodes);
  }
}
