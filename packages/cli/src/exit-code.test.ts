import type { Summary } from "@ostiary/report";
import { expect, test } from "vitest";
import { exitCodeOf, type FailOn } from "./exit-code.js";

const summary = (counts: Partial<Summary>): Summary => ({
  files: 1,
  objects: 1,
  denied: 0,
  warned: 0,
  violations: { deny: 0, warn: 0, dryrun: 0 },
  problems: { error: 0, warning: 0 },
  ...counts,
});
const warned = { warned: 1, violations: { deny: 0, warn: 1, dryrun: 0 } };
const errors = { problems: { error: 1, warning: 0 } };

test.each<[counts: Partial<Summary>, failOn: FailOn, code: number]>([
  [{}, "deny", 0],
  [warned, "deny", 0],
  [warned, "warn", 1],
  [{ violations: { deny: 0, warn: 0, dryrun: 3 } }, "warn", 0],
  [{ problems: { error: 0, warning: 2 } }, "warn", 0],
  [{ denied: 1 }, "deny", 1],
  [errors, "deny", 2],
  [{ ...errors, denied: 1 }, "deny", 2],
])("%j with --fail-on %s ends with %i", (counts, failOn, code) => {
  expect(exitCodeOf(summary(counts), failOn)).toBe(code);
});
