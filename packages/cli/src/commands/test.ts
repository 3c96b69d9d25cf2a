import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createTextRenderer, type FileProblem } from "@ostiary/report";
import { findFiles, STANDARD_INPUT } from "../check/find-files.js";
import { watchInputs } from "../check/watch.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { readSuites } from "../suite/read-suites.js";
import { reportResults } from "../suite/report-results.js";
import { runInThreads, threadsFor } from "../suite/run-in-threads.js";
import { createRunner, type FinishedSuite, type RunPlan } from "../suite/run-plan.js";
import { countOutcomes, type RunResult } from "../suite/run-result.js";
import { referencedFiles, type Suite } from "../suite/suite-model.js";
import { describeCoverage } from "../suite/template-coverage.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary test` says, as written. */
export interface TestFlags {
  readonly run?: string;
  readonly format?: string;
  readonly verbose?: boolean;
  readonly compat?: string;
  readonly coverage?: boolean;
  readonly parallel?: string;
  readonly watch?: boolean;
  readonly exclude?: readonly string[];
}

/**
 * `ostiary test`: runs suites of tests of policies.
 *
 * @param inputs - files, folders, globs
 * @throws {@link UsageError} when the command line makes no sense
 */
export const test = async (
  inputs: readonly string[],
  flags: TestFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  if (flags.compat === "gator") return testAsGator(inputs, flags, surroundings);
  if (inputs.length === 0) throw new UsageError("nothing to test: name files or folders with suites");
  if (inputs.includes("")) throw new UsageError("a path to test is empty: the working directory is `.`");
  if (inputs.includes(STANDARD_INPUT))
    throw new UsageError("suites refer to files beside them: standard input is beside none");
  const runSuites = planRun(flags, surroundings);
  const testOnce = (): Promise<ExitCode> => runOnce(inputs, flags, runSuites, surroundings);
  if (flags.watch !== true) return testOnce();
  const watcher = watchInputs(listWatched(inputs, flags, surroundings), surroundings.workingDirectory);
  for (;;) {
    await testOnce();
    await watcher.changed();
  }
};

/** The suites, and what they refer to now. */
const listWatched = (
  inputs: readonly string[],
  { exclude = [] }: TestFlags,
  { workingDirectory }: Surroundings,
): readonly string[] => {
  const folders = inputs.map(withoutDots);
  const { suites } = readSuites(findFiles(folders, { workingDirectory, exclude }).files);
  return [...folders, ...new Set(suites.flatMap(referencedFiles).filter((file) => existsSync(dirname(file))))];
};

const testAsGator = async (
  inputs: readonly string[],
  { run, verbose, watch, coverage, parallel, format = "text" }: TestFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  if (watch === true || coverage === true || parallel !== undefined || format !== "text") {
    throw new UsageError("gator knows nothing of `--watch`, `--format`, `--coverage` and `--parallel`");
  }
  const { gatorVerify } = await import("./gator-verify.js");
  return gatorVerify(
    inputs,
    { ...(run !== undefined && { run }), ...(verbose !== undefined && { verbose }) },
    surroundings,
  );
};

type RunSuites = (suites: readonly Suite[]) => readonly FinishedSuite[] | Promise<readonly FinishedSuite[]>;

/** Has suites run in this thread, or in several. */
const planRun = (
  { run, coverage, parallel }: TestFlags,
  { workingDirectory, suiteWorkerScript }: Surroundings,
): RunSuites => {
  const plan: RunPlan = { filter: run, coverage: coverage === true ? "recorded" : "none", workingDirectory };
  const runner = createRunner(plan);
  const wanted = readParallel(parallel);
  return (suites) => {
    const threads = wanted ?? threadsFor(suites.length);
    if (threads === 1 || suiteWorkerScript === undefined) return suites.map(runner);
    return runInThreads(suites, plan, threads, suiteWorkerScript);
  };
};

const MOST_THREADS = 64;

const readParallel = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (/^\d+$/.test(text) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new UsageError(`\`--parallel\` takes a number from 1 to ${MOST_THREADS}, not \`${text}\``);
};

const runOnce = async (
  inputs: readonly string[],
  { format = "text", verbose = false, exclude = [], coverage: isCovered = false }: TestFlags,
  runSuites: RunSuites,
  { workingDirectory, standardOutput, standardError, environment }: Surroundings,
): Promise<ExitCode> => {
  const found = findFiles(inputs.map(withoutDots), { workingDirectory, exclude });
  const named = new Set(inputs.map((input) => resolve(workingDirectory, input)));
  const read = readSuites(found.files, named);
  const problems = [...found.problems, ...read.problems];
  if (read.suites.length === 0 && problems.length === 0) problems.push(noSuites(inputs));
  const finished = await runSuites(read.suites);
  const suites = finished.map(({ result }) => result);
  const run: RunResult = {
    suites,
    problems,
    ...(isCovered && { coverage: describeCoverage(finished.map(({ marks }) => marks)) }),
  };
  const paint = wantsColour(standardOutput, environment) ? paintForTerminal : (_style: string, text: string) => text;
  standardOutput.write(reportResults(format, run, { paint, verbose }));
  const renderer = createTextRenderer({});
  for (const problem of problems) standardError.write(renderer.problem(problem));
  return exitCodeFor(run);
};

/** As gator writes a folder with all below. */
const withoutDots = (input: string): string => (input === "..." ? "." : input.replace(/(?<=.)\/\.\.\.$/, ""));

const noSuites = ([file = "."]: readonly string[]): FileProblem => ({
  file,
  severity: "error",
  code: "no-suites",
  message: "no file holds a suite: a document of kind Suite of `test.gatekeeper.sh` or `test.ostiary.dev`",
});

const exitCodeFor = ({ suites, problems }: RunResult): ExitCode => {
  if (problems.some(({ severity }) => severity === "error")) return EXIT_CODE.badInput;
  const { failed, error } = countOutcomes(suites);
  return failed + error > 0 ? EXIT_CODE.violations : EXIT_CODE.clean;
};
