import type { FileProblem, Paint } from "@ostiary/report";
import type { TemplateLines } from "./line-marks.js";
import type { CaseResult, SuiteResult, TestResult } from "./suite-model.js";

/** What a run came to. */
export interface RunResult {
  readonly suites: readonly SuiteResult[];
  readonly problems: readonly FileProblem[];
  /** What was evaluated of templates, where that was recorded. */
  readonly coverage?: readonly TemplateLines[];
}

/** How results are written. */
export interface ReportOptions {
  readonly paint: Paint;
  /** Whether what passes is told too. */
  readonly verbose: boolean;
}

/** Writes results in one format. */
export type Reporter = (run: RunResult, options: ReportOptions) => string;

/** Of suites with all their cases: how many came to what. A test without cases counts as one. */
export const countOutcomes = (suites: readonly SuiteResult[]): Readonly<Record<CaseResult["outcome"], number>> => {
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0 };
  for (const { outcome } of suites.flatMap(({ tests }) => tests).flatMap(itemsOf)) counts[outcome] += 1;
  return counts;
};

const itemsOf = (test: TestResult): readonly Pick<CaseResult, "outcome">[] =>
  test.cases.length === 0 ? [test] : test.cases;
