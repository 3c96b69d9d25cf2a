import type { TemplateEngine } from "../engine/template-engine.js";
import type { Fault } from "../outcome.js";
import type { SuiteFilter } from "./filter.js";
import type { GatorSuite, GatorTest } from "./gator-suite.js";
import { type LoadedTest, loadExpander, loadTest } from "./load-test.js";
import { runGatorCase } from "./run-gator-case.js";
import type { SuiteFiles } from "./suite-files.js";

/** How suites are run. */
export interface SuiteContext {
  readonly files: SuiteFiles;
  readonly filter: SuiteFilter;
  /**
   * The languages that rules can be written in, the preferred one first.
   *
   * @param print - takes what rules print, line by line
   */
  readonly engines: (print: (line: string) => void) => readonly TemplateEngine[];
  /** Takes what was recorded of evaluations since this was last called. Without it nothing is. */
  readonly takeTrace?: () => string;
  /** Milliseconds that have passed since some moment. */
  readonly now: () => number;
  /** Names runs of mutators in messages. */
  readonly id?: string;
}

/** What became of a case, or of something with cases. */
interface Result {
  readonly name: string;
  readonly skipped: boolean;
  /** Why it failed; `undefined` when it has not, or when it was skipped. */
  readonly fault: Fault | undefined;
  readonly milliseconds: number;
}

/** What became of a case. */
export interface GatorCaseResult extends Result {
  /** What rules have printed. */
  readonly printed: readonly string[];
  /** How rules were evaluated, where that is recorded. */
  readonly trace?: string;
}

/** What became of a test; its own fault is one that kept all cases from being run. */
export interface GatorTestResult extends Result {
  readonly cases: readonly GatorCaseResult[];
}

/** What became of a suite. */
export interface GatorSuiteResult {
  readonly skipped: boolean;
  readonly milliseconds: number;
  readonly tests: readonly GatorTestResult[];
}

/** Whether a test, or one of its cases, failed. */
export const isFailedTest = ({ fault, cases }: GatorTestResult): boolean =>
  fault !== undefined || cases.some((one) => one.fault !== undefined);

/**
 * Runs a suite as `gator verify` does: every test, every case, each case with an inventory of its own.
 *
 * @source gatekeeper, pkg/gator/verify/runner.go
 */
export const runGatorSuite = (suite: GatorSuite, context: SuiteContext): GatorSuiteResult => {
  const start = context.now();
  const tests = suite.skip ? [] : suite.tests.map((test) => runTest(test, context));
  return { skipped: suite.skip, milliseconds: context.now() - start, tests };
};

const skip = (name: string) => ({ name, skipped: true, fault: undefined, milliseconds: 0 });

const runTest = (test: GatorTest, context: SuiteContext): GatorTestResult => {
  const { name } = test;
  if (test.skip || !context.filter.matchesTest(test)) return { ...skip(name), cases: [] };
  const start = context.now();
  const { fault, cases } = judgeTest(test, context);
  return { name, skipped: false, fault, cases, milliseconds: context.now() - start };
};

type Judgement = Pick<GatorTestResult, "fault" | "cases">;

const judgeTest = (test: GatorTest, context: SuiteContext): Judgement => {
  const printed: string[] = [];
  const loaded = loadTest(test, { ...context, engines: context.engines((line) => printed.push(line)) });
  if (test.invalid) return { fault: expectSchemaFault(loaded.ok ? undefined : loaded.error), cases: [] };
  if (!loaded.ok) return { fault: loaded.error, cases: [] };
  const expander = loadExpander(test.expansion, context);
  if (!expander.ok) return { fault: expander.error, cases: [] };
  const ready: LoadedTest = { ...loaded.value, expander: expander.value };
  return { fault: undefined, cases: test.cases.map((one) => runCase(one, test, { ready, printed, context })) };
};

interface CaseSurroundings {
  readonly ready: LoadedTest;
  /** What rules have printed so far, and not been told yet. */
  readonly printed: string[];
  readonly context: SuiteContext;
}

const runCase = (
  one: GatorTest["cases"][number],
  test: GatorTest,
  { ready, printed, context }: CaseSurroundings,
): GatorCaseResult => {
  const { name } = one;
  if (one.skip || !context.filter.matchesCase(test.name, name)) return { ...skip(name), printed: [] };
  const start = context.now();
  context.takeTrace?.();
  const fault = runGatorCase(one, ready, context.files);
  const trace = context.takeTrace?.();
  const result = { name, skipped: false, fault, milliseconds: context.now() - start, printed: printed.splice(0) };
  return trace === undefined ? result : { ...result, trace };
};

const SCHEMA_FAULT = "schema validation failed";

/** Only what the schema of the template refuses counts as invalid. */
const expectSchemaFault = (found: Fault | undefined): Fault | undefined => {
  if (found?.message.startsWith(SCHEMA_FAULT)) return undefined;
  // What Go prints for an error that is none.
  const message = found?.message ?? "%!w(<nil>)";
  return {
    code: "valid-constraint",
    message: `constraint should have failed schema validation: got error ${message} but want ${SCHEMA_FAULT}`,
  };
};
