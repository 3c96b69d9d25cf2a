import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import type { Frame } from "./context.js";
import type { TreeBuilder } from "./tree-builder.js";

/** What the solutions of a body are gathered in, while the body runs; each kind is made when first used. */
export class Collector {
  /** The member, or the value, that the definition now running gave last. */
  latest: Value | undefined;
  #items: Value[] | undefined;
  #set: RegoSet | undefined;
  #object: RegoObject | undefined;

  /**
   * @param givenTree - the tree to which reference heads add
   * @param path - where in the tree their rules stand
   */
  constructor(
    private readonly givenTree?: TreeBuilder,
    readonly path: readonly Value[] = [],
  ) {}

  get items(): Value[] {
    this.#items ??= [];
    return this.#items;
  }

  get set(): RegoSet {
    this.#set ??= new RegoSet();
    return this.#set;
  }

  get object(): RegoObject {
    this.#object ??= new RegoObject();
    return this.#object;
  }

  get tree(): TreeBuilder {
    if (this.givenTree === undefined) throw new Error("no tree was given");
    return this.givenTree;
  }
}

/** Keeps a collector in a slot of the frame that no term reads. */
export function placeCollector(frame: Frame, slot: number, collector: Collector): void {
  // The slot is reserved for the collector: nothing takes it for a value.
  frame[slot] = collector as unknown as Value;
}

/** The collector that was placed in a slot. */
export function collectorAt(frame: Frame, slot: number): Collector {
  // The slot is reserved for the collector, and its body runs only after it was placed.
  return frame[slot] as unknown as Collector;
}
