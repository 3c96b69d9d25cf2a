import { dirname } from "node:path";
import type { Outcome, SuiteFilter } from "@ostiary/gatekeeper";
import type { CaseJudge, JudgeContext } from "./case-judge.js";
import { checkCase } from "./check-case.js";
import { judgeAsCluster } from "./judge-as-cluster.js";
import { judgeAsGator } from "./judge-as-gator.js";
import { SourceDocuments } from "./source-documents.js";
import {
  type CaseResult,
  type Suite,
  type SuiteCase,
  type SuiteResult,
  type SuiteTest,
  type TestResult,
  worstOutcome,
} from "./suite-model.js";
import type { TemplateCoverage } from "./template-coverage.js";

/** How suites are run. */
export interface RunOptions {
  readonly filter: SuiteFilter;
  /** Records what is evaluated of templates. Default: nothing does. */
  readonly coverage?: TemplateCoverage;
  /** The time in milliseconds. */
  readonly now: () => number;
}

/** Runs a suite: every case of its own, none touched by another. */
export const runSuite = (suite: Suite, options: RunOptions): SuiteResult => {
  const run = new SuiteRun(suite, options);
  const { result: tests, seconds } = run.timed(() => suite.tests.map((test) => run.test(test)));
  const outcome = suite.skip ? "skipped" : worstOutcome(tests.map((test) => test.outcome));
  return { file: suite.file, outcome, tests, seconds };
};

const JUDGES = { gator: judgeAsGator, ostiary: judgeAsCluster } as const;

class SuiteRun {
  readonly #documents: SourceDocuments;

  constructor(
    private readonly suite: Suite,
    private readonly options: RunOptions,
  ) {
    this.#documents = new SourceDocuments(dirname(suite.path));
  }

  timed<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
    const start = this.options.now();
    const result = work();
    return { result, seconds: (this.options.now() - start) / 1000 };
  }

  test(test: SuiteTest): TestResult {
    const { name, line } = test;
    const isLeftOut = this.suite.skip || test.skip || !this.options.filter.matchesTest(test);
    if (isLeftOut) return { name, line, outcome: "skipped", reasons: [], cases: [], seconds: 0 };
    const { result, seconds } = this.timed(() => this.#run(test));
    return { name, line, ...result, seconds };
  }

  #run(test: SuiteTest): Pick<TestResult, "outcome" | "reasons" | "cases"> {
    const prepared = JUDGES[this.suite.manner](test, this.suite, this.#context(test));
    if (test.invalid) return judgeInvalid(prepared);
    if (!prepared.ok) return { outcome: "error", reasons: [prepared.error.message], cases: [] };
    const cases = test.cases.map((one) => this.#case(test, one, prepared.value));
    return { outcome: worstOutcome(cases.map(({ outcome }) => outcome)), reasons: [], cases };
  }

  #context({ templates, policies }: SuiteTest): JudgeContext {
    const watch = this.options.coverage?.watchTemplates([...templates, ...policies], dirname(this.suite.path));
    return { documents: this.#documents, ...(watch !== undefined && { watch }) };
  }

  #case(test: SuiteTest, one: SuiteCase, judge: CaseJudge): CaseResult {
    const about = { name: one.name, line: one.line, violations: [], reasons: [], seconds: 0 };
    if (one.skip || !this.options.filter.matchesCase(test.name, one.name)) return { ...about, outcome: "skipped" };
    const { result, seconds } = this.timed(() => this.#judge(one, judge));
    return { ...about, ...result, seconds };
  }

  #judge(one: SuiteCase, judge: CaseJudge): Pick<CaseResult, "outcome" | "reasons" | "violations"> {
    const verdict = judge.judge(one);
    if (!verdict.ok) return { outcome: "error", reasons: [verdict.error.message], violations: [] };
    const expected = one.expectObject === undefined ? undefined : this.#documents.loadOne(one.expectObject);
    if (expected?.ok === false) return { outcome: "error", reasons: [expected.error.message], violations: [] };
    const reasons = checkCase(one, verdict.value, expected?.value);
    return { outcome: reasons.length === 0 ? "passed" : "failed", reasons, violations: verdict.value.violations };
  }
}

const NOT_REFUSED = "constraint should have failed schema validation";
const SCHEMA_FAULT = "schema validation failed";

/** Of a policy any fault is as expected; of a constraint in a suite of gator only what its schema refuses. */
const judgeInvalid = (prepared: Outcome<CaseJudge>): Pick<TestResult, "outcome" | "reasons" | "cases"> => {
  if (prepared.ok) return { outcome: "failed", reasons: [NOT_REFUSED], cases: [] };
  const { code, message } = prepared.error;
  if (code === "invalid-policy" || message.startsWith(SCHEMA_FAULT))
    return { outcome: "passed", reasons: [], cases: [] };
  return { outcome: "failed", reasons: [`${NOT_REFUSED}: got error ${message} but want ${SCHEMA_FAULT}`], cases: [] };
};
