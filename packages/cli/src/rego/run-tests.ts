import {
  CoverageRecorder,
  type CoverageReport,
  type Diagnostic,
  type EvaluateOptions,
  observeAll,
  type Policy,
  type QueryResult,
  renderDiagnostic,
  renderExplanation,
  type Value,
} from "@ostiary/rego";
import { CaseWatch, casesIn } from "./case-watch.js";
import type { RegoTest } from "./find-tests.js";
import { limitTime } from "./host.js";

/** What became of a test. */
export interface RegoTestResult extends RegoTest {
  readonly outcome: "passed" | "failed" | "error" | "skipped";
  /** Nanoseconds. */
  readonly duration: number;
  /** Why it failed: where its bodies ended, or the error. */
  readonly reason?: string;
  /** What it printed, line by line. */
  readonly printed: readonly string[];
  /** The cases of a test that has several, and whether each passed. */
  readonly cases: readonly (readonly [name: string, passed: boolean])[];
}

/** How tests are run. */
export interface RunOptions {
  readonly data: Value;
  /** Time, random numbers and the like. */
  readonly sources: EvaluateOptions;
  /** How long one test may take, in milliseconds. */
  readonly timeout: number;
  readonly coverage: "on" | "off";
  /** The time in nanoseconds, to measure with. */
  readonly now: () => bigint;
}

/** The results of tests, and the lines that they evaluated if that was asked for. */
export interface TestRun {
  readonly results: readonly RegoTestResult[];
  readonly coverage: CoverageReport | undefined;
}

/** Runs tests one after the other. */
export const runTests = (policy: Policy, tests: readonly RegoTest[], options: RunOptions): TestRun => {
  const lines = options.coverage === "off" ? undefined : new CoverageRecorder();
  const results = tests.map((test) => runTest(policy, test, options, lines));
  return { results, coverage: lines?.report(policy.modules) };
};

const runTest = (
  policy: Policy,
  test: RegoTest,
  options: RunOptions,
  lines: CoverageRecorder | undefined,
): RegoTestResult => {
  if (test.isSkipped) return { ...test, outcome: "skipped", duration: 0, printed: [], cases: [] };
  const printed: string[] = [];
  const cases = new CaseWatch(test.name);
  const given = { ...options.sources, ...limitTime(options.timeout), dataValue: options.data };
  const start = options.now();
  const outcome = policy.evaluate(test.query, {
    ...given,
    observer: observeAll(lines === undefined ? [cases] : [cases, lines]),
    print: ({ text }) => printed.push(text),
  });
  const result = { ...test, duration: Number(options.now() - start), printed };
  if (!outcome.ok) return { ...result, outcome: "error", reason: describeErrors(outcome.errors), cases: [] };
  const judged = judgeCases(outcome.value, cases.seen);
  if (judged.passed) return { ...result, outcome: "passed", cases: judged.cases };
  const failed = judged.cases.filter(([, passed]) => !passed).map(([name]) => name);
  const reason = failed.length > 0 ? `failed cases: ${failed.join(", ")}\n` : explainFailure(policy, test, given);
  return { ...result, outcome: "failed", reason, cases: judged.cases };
};

interface Judgement {
  readonly passed: boolean;
  readonly cases: RegoTestResult["cases"];
}

/** A test passes when it is defined and not false; one of several cases when it has some and all are true. */
const judgeCases = ([first]: readonly QueryResult[], seen: ReadonlySet<string>): Judgement => {
  const value = first?.expressions[0];
  if (seen.size === 0) return { passed: value !== undefined && value !== false && !isEmptyObject(value), cases: [] };
  const found = new Map(value === undefined ? [] : casesIn(value));
  for (const name of seen) if (!found.has(name)) found.set(name, false);
  return { passed: [...found.values()].every((passed) => passed), cases: [...found] };
};

/** A test of several cases that has none tests nothing. */
const isEmptyObject = (value: Value): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && casesIn(value).length === 0;

const explainFailure = (policy: Policy, test: RegoTest, given: EvaluateOptions): string => {
  const explained = policy.explainUndefined(test.query, given);
  return explained.ok ? renderExplanation(explained.value) : describeErrors(explained.errors);
};

const describeErrors = (errors: readonly Diagnostic[]): string => `${errors.map(renderDiagnostic).join("\n")}\n`;
