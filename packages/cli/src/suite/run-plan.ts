import { relative } from "node:path";
import { NO_FILTER, readSuiteFilter, type SuiteFilter } from "@ostiary/gatekeeper";
import { UsageError } from "../usage-error.js";
import { runSuite } from "./run-suites.js";
import type { Suite, SuiteResult } from "./suite-model.js";
import { type CoverageMarks, TemplateCoverage } from "./template-coverage.js";

/** How suites are run, as plain data: other threads can be told. */
export interface RunPlan {
  /** Which tests and cases are run, as written on the command line. Default: all. */
  readonly filter?: string | undefined;
  /** Whether it is recorded what is evaluated of templates. */
  readonly coverage: "recorded" | "none";
  /** Files are named from this folder on. */
  readonly workingDirectory: string;
}

/** What became of a suite, and what it has evaluated of templates. */
export interface FinishedSuite {
  readonly result: SuiteResult;
  readonly marks: CoverageMarks;
}

/**
 * Who runs suites as planned, each for itself.
 *
 * @throws {@link UsageError} when the filter is none
 */
export const createRunner = ({ filter, coverage, workingDirectory }: RunPlan): ((suite: Suite) => FinishedSuite) => {
  const options = { filter: readFilter(filter), now: () => performance.now() };
  return (suite) => {
    if (coverage === "none") return { result: runSuite(suite, options), marks: new Map() };
    const recorder = new TemplateCoverage((path) => relative(workingDirectory, path));
    const result = runSuite(suite, { ...options, coverage: recorder });
    return { result, marks: recorder.marks() };
  };
};

const readFilter = (text: string | undefined): SuiteFilter => {
  if (text === undefined) return NO_FILTER;
  const read = readSuiteFilter(text);
  if (read.ok) return read.value;
  throw new UsageError(`\`--run\`: ${read.error.message}`);
};
