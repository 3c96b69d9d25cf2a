import type { Decision } from "./decision.js";

/**
 * The last line of defence: nothing that core does is meant to throw, but objects may have getters that do, and a caller in
 * an admission webhook must get a refusal and not an exception.
 */
export const guard = (decide: () => Decision): Decision => {
  try {
    return decide();
  } catch (error) {
    const message = `could not be evaluated: ${error instanceof Error ? error.message : typeof error}`;
    return {
      allowed: false,
      violations: [],
      problems: [{ code: "internal", message, effect: "deny" }],
      considered: [],
    };
  }
};
