import { EvaluationFault } from "./fault.js";

/** What an evaluation may consume; several evaluations may share one budget. */
export interface Limits {
  /** Loop steps, calls and units of produced output. Default 5,000,000. */
  readonly steps: number;
  /** Nesting of rule and function calls. Default 500. */
  readonly depth: number;
  /** UTF-16 units of one string. Default 16,777,216. */
  readonly stringLength: number;
  /** Members of one collection. Default 1,000,000. */
  readonly collectionSize: number;
  /** Decimal digits of one number. Default 10,000. */
  readonly digits: number;
}

/** Limits that an admission decision never reaches. */
export const defaultLimits: Limits = {
  steps: 5_000_000,
  depth: 500,
  stringLength: 16_777_216,
  collectionSize: 1_000_000,
  digits: 10_000,
};

const largeResults = {
  stringLength: ["string", "characters"],
  collectionSize: ["collection", "members"],
  digits: ["number", "digits"],
} as const;

/** How many steps pass between two questions to the host. */
const stepsBetweenPolls = 1_024;

/** Counts the steps of one or several evaluations. */
export class Budget {
  private left: number;
  private untilPoll = stepsBetweenPolls;
  depth = 0;

  /**
   * @param limits - what may be consumed
   * @param shouldStop - asked every 1,024 steps; true cancels the evaluation
   */
  constructor(
    readonly limits: Limits = defaultLimits,
    private readonly shouldStop?: () => boolean,
  ) {
    this.left = limits.steps;
  }

  /** Counts work; throws when there is none left to spend. */
  spend(units: number): void {
    this.left -= units;
    this.untilPoll -= units;
    if (this.left < 0) {
      const message = `evaluation limit of ${this.limits.steps} steps exceeded`;
      throw new EvaluationFault("eval_cancel_error", message, undefined);
    }
    if (this.untilPoll > 0) return;
    this.untilPoll = stepsBetweenPolls;
    if (this.shouldStop?.() === true) {
      throw new EvaluationFault("eval_cancel_error", "caller cancelled query execution", undefined);
    }
  }

  /** Enters a rule or function. */
  enter(): void {
    this.depth += 1;
    this.spend(1);
    if (this.depth > this.limits.depth) {
      const message = `evaluation limit of ${this.limits.depth} nested calls exceeded`;
      throw new EvaluationFault("eval_cancel_error", message, undefined);
    }
  }

  /** Ends the evaluation because a result is too large. */
  exceed(limit: "stringLength" | "collectionSize" | "digits"): never {
    const [noun, units] = largeResults[limit];
    const message = `evaluation limit of ${this.limits[limit]} ${units} of a ${noun} exceeded`;
    throw new EvaluationFault("eval_cancel_error", message, undefined);
  }

  leave(): void {
    this.depth -= 1;
  }
}
