import { createTally, type FileProblem, type Renderer } from "@ostiary/report";
import type { CheckedItem } from "./check/check-file.js";
import { findFiles } from "./check/find-files.js";
import { checkFiles } from "./check/pipeline.js";
import type { CheckSettings } from "./check/settings.js";
import { EXIT_CODE, type ExitCode, exitCodeOf } from "./exit-code.js";
import { createRenderer, type OutputRequest, type RenderOptions } from "./output-format.js";
import { fileSink, type Sink, streamSink } from "./output-sink.js";
import { createProgress } from "./progress.js";
import type { Surroundings } from "./surroundings.js";
import { wantsColour, widthOf } from "./terminal.js";

/** One run of `ostiary check`. */
export interface CheckRun {
  readonly inputs: readonly string[];
  readonly settings: CheckSettings;
  readonly outputs: readonly OutputRequest[];
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
 * @throws the error of the file system, if an output cannot be written
 */
export const runCheck = async (run: CheckRun, surroundings: Surroundings): Promise<ExitCode> => {
  const { options, exclude, failOn = "deny", configurationPath } = run.settings;
  const { workingDirectory, standardInput, standardError } = surroundings;
  const found = findFiles(run.inputs, { workingDirectory, exclude });
  const files = found.files.filter(({ path }) => path !== configurationPath);
  const tally = createTally();
  const count = (): string => `${tally.summarize(0).objects} objects in ${files.length} files so far`;
  const progress = createProgress(standardError, count);
  const outputs = await openOutputs(run, surroundings, progress.clear);
  await write(outputs, (renderer) => renderer.begin());
  let isInternal = false;
  for await (const item of withProblems(found.problems, checkFiles(files, options, standardInput))) {
    if (item.object === undefined) tally.problem(item.problem);
    else tally.object(item.object);
    isInternal ||= isDefect(item);
    await write(outputs, (renderer) => render(renderer, item));
    progress.advance();
  }
  const summary = tally.summarize(files.length);
  await write(outputs, (renderer) => renderer.end(summary));
  for (const { sink } of outputs) await sink.end();
  progress.clear();
  return isInternal ? EXIT_CODE.internalError : exitCodeOf(summary, failOn);
};

async function* withProblems(
  problems: readonly FileProblem[],
  items: AsyncIterable<CheckedItem>,
): AsyncGenerator<CheckedItem> {
  for (const problem of problems) yield { problem };
  yield* items;
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
  { environment, standardOutput }: Surroundings,
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
  return Promise.all(
    outputs.map(async ({ format, file }) =>
      file === undefined
        ? { renderer: await createRenderer(format, onScreen), sink: streamSink(standardOutput, beforeWriting) }
        : { renderer: await createRenderer(format, { ...options, isColoured: false }), sink: fileSink(file) },
    ),
  );
};
