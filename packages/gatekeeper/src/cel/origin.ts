import type { FieldPath } from "@ostiary/core";

/** Where a list or an object lies in the object that is judged, so that what an expression read can be told. */
export class Origin {
  readonly #parent: Origin | undefined;
  readonly #step: string | number | undefined;

  private constructor(parent: Origin | undefined, step: string | number | undefined) {
    this.#parent = parent;
    this.#step = step;
  }

  /** The root of the object. */
  static root(): Origin {
    return new Origin(undefined, undefined);
  }

  child(step: string | number): Origin {
    return new Origin(this, step);
  }

  /** The path from the root. */
  path(): FieldPath {
    const steps: (string | number)[] = [];
    for (let origin: Origin | undefined = this; origin !== undefined; origin = origin.#parent) {
      if (origin.#step !== undefined) steps.push(origin.#step);
    }
    return steps.reverse();
  }
}
