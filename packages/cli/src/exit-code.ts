import type { Summary } from "@ostiary/report";

/** What the exit codes of every sub-command mean. */
export const EXIT_CODE = {
  /** Nothing is refused; warnings are allowed unless `--fail-on warn` is given. */
  clean: 0,
  /** Objects are refused. */
  violations: 1,
  /** Something that was given cannot be read, or makes no sense; whatever could be checked has been. */
  badInput: 2,
  /** A defect of this program. */
  internalError: 3,
} as const;

/** An exit code. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** What makes a check fail: refused objects only, or objects that are warned about too. */
export type FailOn = "deny" | "warn";

/** The exit code of a check, as long as nothing of our own went wrong. */
export const exitCodeOf = ({ denied, violations, problems }: Summary, failOn: FailOn): ExitCode => {
  if (problems.error > 0) return EXIT_CODE.badInput;
  const isFailed = denied > 0 || (failOn === "warn" && violations.warn > 0);
  return isFailed ? EXIT_CODE.violations : EXIT_CODE.clean;
};
