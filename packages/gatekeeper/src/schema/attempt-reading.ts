import { fail, type Outcome } from "../outcome.js";

/** Documents may have getters that throw, or hold what is no JSON. */
export const attemptReading = <Value>(read: () => Outcome<Value>): Outcome<Value> => {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : typeof error;
    return fail("internal", `could not be read: ${reason}`);
  }
};
