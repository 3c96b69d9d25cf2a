import { CelError } from "./cel-error.js";

/** Most steps that are made besides what the cost limit counts: comparing, printing and sorting what lies deep in values. */
const MAXIMUM_STEPS = 1_000_000;

/** How deep evaluation may nest, variables that it asks for included. */
const MAXIMUM_DEPTH = 1_500;

/**
 * What an evaluation may do: the cost limit of Kubernetes, in its units, and bounds on what Kubernetes does not count. Whatever
 * is exceeded stops the evaluation for good.
 *
 * @source google/cel-go, interpreter/runtimecost.go; k8s.io/apiserver, pkg/apis/cel/config.go
 */
export class Effort {
  readonly #limit: number;
  #cost = 0;
  #steps = 0;
  #depth = 0;
  #stopped: CelError | undefined;

  /** @param limit - the cost limit */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What evaluation has cost so far. */
  get cost(): number {
    return this.#cost;
  }

  /** Why evaluation must end; `undefined` while it may go on. */
  get stopped(): CelError | undefined {
    return this.#stopped;
  }

  /** Counts what the cost limit counts. */
  charge(cost: number): void {
    this.#cost += cost;
    if (this.#cost > this.#limit) {
      this.#stopped ??= CelError.stop("operation cancelled: actual cost limit exceeded");
    }
  }

  /** Counts a step of a function that goes deep into values; false when no more may be made. */
  step(): boolean {
    this.#steps += 1;
    if (this.#steps > MAXIMUM_STEPS) this.#stopped ??= CelError.stop("operation cancelled: too many steps");
    return this.#stopped === undefined;
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > MAXIMUM_DEPTH) this.#stopped ??= CelError.stop("operation cancelled: evaluation nests too deep");
  }

  leave(): void {
    this.#depth -= 1;
  }
}
