import type { CheckedObject } from "../src/index.js";

/** The same objects, whose violations come from a constraint of a policy. */
export const withConstraint = (entries: readonly CheckedObject[]): readonly CheckedObject[] =>
  entries.map((entry) => ({
    ...entry,
    decision: {
      ...entry.decision,
      violations: entry.decision.violations.map((violation) => ({
        ...violation,
        policy: { kind: "SecurityPolicy", name: "strict" },
        constraint: { kind: "D8HostNetwork", name: "strict" },
      })),
    },
  }));
