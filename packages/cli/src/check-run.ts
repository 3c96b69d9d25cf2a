import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { createTally, type FileProblem, type Renderer, type Tally } from "@ostiary/report";
import { type Baseline, readBaseline } from "./check/baseline.js";
import type { CheckedItem } from "./check/check-file.js";
import { findFiles, type InputFile } from "./check/find-files.js";
import { checkInParallel } from "./check/parallel.js";
import { type CheckSources, checkFiles } from "./check/pipeline.js";
import { describeReadError, errorCode } from "./check/problem.js";
import type { CheckSettings } from "./check/settings.js";
import { EXIT_CODE, type ExitCode, exitCodeOf } from "./exit-code.js";
import { createRenderer, type OutputRequest, type RenderOptions } from "./output-format.js";
import { fileSink, type Sink, streamSink } from "./output-sink.js";
import { createProgress, type Progress } from "./progress.js";
import type { Surroundings } from "./surroundings.js";
import { wantsColour, widthOf } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** With less to read, in bytes or in files, threads cost more than they save. */
const WORTH_THREADS = { bytes: 2 * 1024 * 1024, files: 64 };
/** This thread keeps a processor busy, and V8 another one with compiling and collecting garbage. */
const OWN_PROCESSORS = 2;
const MOST_THREADS = 4;

/** One run of `ostiary check`. */
export interface CheckRun {
  readonly inputs: readonly string[];
  readonly settings: CheckSettings;
  readonly outputs: readonly OutputRequest[];
  /** How many threads share the work. Default: as many as pay. */
  readonly workers?: number | undefined;
  /** A report whose violations are known and left out. */
  readonly baseline?: string | undefined;
  /** The version of this program. */
  readonly version: string;
}

/** A renderer and where its text goes. */
interface Output {
  readonly renderer: Renderer;
  readonly sink: Sink;
}

/**
 * Checks everything once and writes every output.
 *
 * @throws {@link UsageError} when a file cannot be written
 */
export const runCheck = async (run: CheckRun, surroundings: Surroundings): Promise<ExitCode> => {
  const { options, exclude, failOn = "deny", configurationPath, policyPaths, policies = [] } = run.settings;
  const { workingDirectory, standardInput, standardError } = surroundings;
  const isInput = ({ path }: InputFile): boolean => path !== configurationPath;
  const found = findFiles(run.inputs, { workingDirectory, exclude });
  const files = found.files.filter(isInput);
  const foundPolicies = findFiles(policyPaths, { workingDirectory });
  const checkSources = chooseThreads(files, run, surroundings);
  let policyCount = 0;
  const countPolicies = (count: number): void => {
    policyCount = count;
  };
  const policyFiles = foundPolicies.files.filter(isInput);
  const means = { standardInput, policyFiles, policies, countPolicies, ...(checkSources && { checkSources }) };
  const baseline =
    run.baseline === undefined ? undefined : readBaseline(run.baseline, resolve(workingDirectory, run.baseline));
  const tally = createTally();
  const count = (): string => `${tally.summarize(0).objects} objects in ${files.length} files so far`;
  const progress = createProgress(standardError, count);
  const outputs = await openOutputs(run, surroundings, progress.clear);
  await write(outputs, (renderer) => renderer.begin());
  const problems = [...found.problems, ...foundPolicies.problems];
  const items = withProblems(problems, checkFiles(files, options, means));
  const isInternal = await tellAll(
    baseline === undefined ? items : omitKnown(items, baseline),
    outputs,
    tally,
    progress,
  );
  const summary = {
    ...tally.summarize(files.length),
    ...(policyCount > 0 && { policies: policyCount }),
    ...(baseline !== undefined && { known: baseline.omitted }),
  };
  await write(outputs, (renderer) => renderer.end(summary));
  for (const { sink } of outputs) await sink.end();
  progress.clear();
  return isInternal ? EXIT_CODE.internalError : exitCodeOf(summary, failOn);
};

/** Counts and writes everything that comes; says whether something was wrong with this program. */
const tellAll = async (
  items: AsyncIterable<CheckedItem>,
  outputs: readonly Output[],
  tally: Tally,
  progress: Progress,
): Promise<boolean> => {
  let isInternal = false;
  for await (const item of items) {
    if (item.object === undefined) tally.problem(item.problem);
    else tally.object(item.object);
    isInternal ||= isDefect(item);
    await write(outputs, (renderer) => render(renderer, item));
    progress.advance();
  }
  return isInternal;
};

const openFile = (file: string, workingDirectory: string): Sink => {
  const name = `\`${file}\``;
  try {
    return namingFailures(fileSink(resolve(workingDirectory, file)), name);
  } catch (error) {
    throw writeError(name, error);
  }
};

/** Has failures to write say what could not be written. */
const namingFailures = (sink: Sink, name: string): Sink => {
  const fail = (error: unknown): never => {
    throw writeError(name, error);
  };
  return { write: (text) => sink.write(text).catch(fail), end: () => sink.end().catch(fail) };
};

/** A reader who leaves early is no error of whoever called: that is left to the process. */
const writeError = (name: string, error: unknown): unknown =>
  errorCode(error) === "EPIPE" ? error : new UsageError(`cannot write ${name}: ${describeReadError(error)}`);

/** Has threads share the work where they pay; explanations need the documents, which stay where they were read. */
const chooseThreads = (
  files: readonly InputFile[],
  { settings, workers }: CheckRun,
  { workerScript }: Surroundings,
): CheckSources | undefined => {
  if (workerScript === undefined || settings.options.explain === true) return undefined;
  const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  const isWorth = bytes >= WORTH_THREADS.bytes && files.length >= WORTH_THREADS.files;
  const spare = Math.min(MOST_THREADS, availableParallelism() - OWN_PROCESSORS);
  const threads = workers ?? (isWorth ? spare : 0);
  return threads <= 0 ? undefined : checkInParallel(threads, workerScript);
};

async function* withProblems(
  problems: readonly FileProblem[],
  items: AsyncIterable<CheckedItem>,
): AsyncGenerator<CheckedItem> {
  for (const problem of problems) yield { problem };
  yield* items;
}

async function* omitKnown(items: AsyncIterable<CheckedItem>, baseline: Baseline): AsyncGenerator<CheckedItem> {
  for await (const item of items) {
    yield item.object === undefined ? item : { object: baseline.omitKnown(item.object) };
  }
}

const isDefect = ({ object }: CheckedItem): boolean =>
  object?.decision.problems.some(({ code }) => code === "internal") === true;

const render = (renderer: Renderer, { object, problem }: CheckedItem): string =>
  object === undefined ? renderer.problem(problem) : renderer.object(object);

const write = async (outputs: readonly Output[], piece: (renderer: Renderer) => string): Promise<void> => {
  for (const { renderer, sink } of outputs) {
    const text = piece(renderer);
    if (text !== "") await sink.write(text);
  }
};

const openOutputs = async (
  { outputs, settings, version }: CheckRun,
  { workingDirectory, environment, standardOutput }: Surroundings,
  beforeWriting: () => void,
): Promise<readonly Output[]> => {
  const {
    options: { explain = false },
    failOn = "deny",
  } = settings;
  const options = { explain, failOn, version };
  const onScreen: RenderOptions = {
    ...options,
    isColoured: wantsColour(standardOutput, environment),
    width: widthOf(standardOutput, environment),
  };
  const screen = namingFailures(streamSink(standardOutput, beforeWriting), "standard output");
  return Promise.all(
    outputs.map(async ({ format, file }) =>
      file === undefined
        ? { renderer: await createRenderer(format, onScreen), sink: screen }
        : {
            renderer: await createRenderer(format, { ...options, isColoured: false }),
            sink: openFile(file, workingDirectory),
          },
    ),
  );
};
