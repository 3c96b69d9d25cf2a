import type { Action } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import type { FileProblem, Summary } from "./renderer.js";

/** Counts what a run comes to, piece by piece. */
export interface Tally {
  /** Counts an object. */
  object(entry: Pick<CheckedObject, "decision">): void;
  /** Counts a problem with a file. */
  problem(problem: Pick<FileProblem, "severity">): void;
  /**
   * What all that was counted comes to.
   *
   * @param files - how many files were looked at
   */
  summarize(files: number): Summary;
}

/** Begins to count. */
export const createTally = (): Tally => {
  const violations: Record<Action, number> = { deny: 0, warn: 0, dryrun: 0 };
  const problems: Record<FileProblem["severity"], number> = { error: 0, warning: 0 };
  const objects = { objects: 0, denied: 0, warned: 0 };
  return {
    object: ({ decision }) => {
      objects.objects++;
      if (!decision.allowed) objects.denied++;
      else if (decision.violations.some(({ action }) => action === "warn")) objects.warned++;
      for (const { action } of decision.violations) violations[action]++;
    },
    problem: ({ severity }) => {
      problems[severity]++;
    },
    summarize: (files) => ({ files, ...objects, violations: { ...violations }, problems: { ...problems } }),
  };
};
