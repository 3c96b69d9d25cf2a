import type { CoverageReport } from "@ostiary/rego";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { compilePolicies } from "../rego/compile-policies.js";
import { coverageJson, uncoveredLines } from "../rego/coverage-report.js";
import { readDuration } from "../rego/duration.js";
import { findTests } from "../rego/find-tests.js";
import { hostSources } from "../rego/host.js";
import { indentJson } from "../rego/indent-json.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { loadPolicies } from "../rego/load-policies.js";
import { errorsText, type OutputError, problemError } from "../rego/output-error.js";
import { requirePolicies } from "../rego/require-policies.js";
import { runTests, type TestRun } from "../rego/run-tests.js";
import { writeTestReport } from "../rego/test-report.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary rego test` says, as written. */
export interface RegoTestFlags extends VersionFlags {
  readonly bundle?: boolean;
  readonly ignore?: readonly string[];
  readonly run?: string;
  readonly format: string;
  readonly verbose?: boolean;
  readonly coverage?: boolean;
  readonly threshold?: string;
  readonly exitZeroOnSkipped?: boolean;
  readonly failOnEmpty?: boolean;
  readonly timeout: string;
}

/**
 * `ostiary rego test`: runs the tests among policies, as `opa test` does.
 *
 * @returns 1 when there are no policies, or they cannot be read or compiled, 2 when a test does not pass or too little is covered
 * @throws {@link UsageError} when the command line makes no sense
 */
export const regoTest = (paths: readonly string[], flags: RegoTestFlags, surroundings: Surroundings): ExitCode => {
  if (paths.length === 0) throw new UsageError("nothing to test: name files or folders");
  const threshold = readThreshold(flags.threshold);
  const pattern = readPattern(flags.run);
  const { workingDirectory, environment, standardOutput, standardError } = surroundings;
  const fail = (errors: readonly OutputError[]): ExitCode => {
    standardError.write(`${errorsText(errors)}\n`);
    return EXIT_CODE.violations;
  };
  const sources = flags.bundle === true ? { bundles: paths } : { data: paths };
  const loaded = loadPolicies({ ...sources, ignore: flags.ignore ?? [], workingDirectory });
  const compiled = compilePolicies(requirePolicies(loaded, paths), {
    version: languageVersion(flags),
    excerpts: "all",
  });
  if (!compiled.ok) return fail(compiled.errors);
  const run = runTests(compiled.policy, findTests(compiled.policy.modules, pattern), {
    data: loaded.data,
    sources: hostSources(environment),
    timeout: readDuration(flags.timeout, "--timeout"),
    coverage: flags.coverage === true || threshold > 0 ? "on" : "off",
    now: () => process.hrtime.bigint(),
  });
  if (run.results.length === 0) {
    if (flags.failOnEmpty === true) return fail([problemError("no tests were run")]);
    standardError.write("no tests were run\n");
  }
  if (hasPassed(run, flags) && run.coverage !== undefined) {
    return reportCoverage(run.coverage, threshold, flags, surroundings);
  }
  const shown = flags.verbose === true ? "all" : "failures";
  standardOutput.write(writeTestReport(flags.format, run.results, { shown }));
  return hasPassed(run, flags) ? EXIT_CODE.clean : EXIT_CODE.badInput;
};

/** Coverage takes the place of the report when all tests passed. */
const reportCoverage = (
  coverage: CoverageReport,
  threshold: number,
  { verbose }: RegoTestFlags,
  { standardOutput, standardError }: Surroundings,
): ExitCode => {
  if (coverage.percent >= threshold) {
    standardOutput.write(`${indentJson(coverageJson(coverage))}\n`);
    return EXIT_CODE.clean;
  }
  const lines = verbose === true ? ["Lines not covered:", ...uncoveredLines(coverage).map((line) => `\t${line}`)] : [];
  const message = `Code coverage threshold not met: got ${coverage.percent.toFixed(2)} instead of ${threshold.toFixed(2)}`;
  standardError.write(`${[message, ...lines].join("\n")}\n`);
  return EXIT_CODE.badInput;
};

const hasPassed = ({ results }: TestRun, { exitZeroOnSkipped }: RegoTestFlags): boolean =>
  results.every(({ outcome }) => outcome === "passed" || (outcome === "skipped" && exitZeroOnSkipped === true));

const readThreshold = (text = "0"): number => {
  const threshold = Number(text);
  if (text !== "" && threshold >= 0 && threshold <= 100) return threshold;
  throw new UsageError(`\`--threshold\` takes a number from 0 to 100, not \`${text}\``);
};

const readPattern = (text: string | undefined): RegExp | undefined => {
  if (text === undefined) return undefined;
  try {
    return new RegExp(text);
  } catch {
    throw new UsageError(`\`--run\` takes a regular expression, not \`${text}\``);
  }
};
