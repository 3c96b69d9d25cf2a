import type { Decision, Problem } from "./decision.js";

/**
 * The last line of defence: nothing that core does is meant to throw, but objects may have getters that do, and a caller in
 * an admission webhook must get a refusal and not an exception.
 */
export const guard = (decide: () => Decision): Decision => {
  try {
    return decide();
  } catch (error) {
    return { allowed: false, violations: [], problems: [refuseThrown(error, "evaluated")], considered: [] };
  }
};

/**
 * Describes what was thrown.
 *
 * @param participle - what could not be done, e.g. `evaluated`
 */
export const refuseThrown = (error: unknown, participle: string): Problem => ({
  code: "internal",
  message: `could not be ${participle}: ${describeThrown(error)}`,
  effect: "deny",
});

/** Anything can be thrown, even what throws again when it is looked at. */
const describeThrown = (error: unknown): string => {
  try {
    return error instanceof Error ? String(error.message) : typeof error;
  } catch {
    return typeof error;
  }
};
