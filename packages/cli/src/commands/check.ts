import { resolve } from "node:path";
import { createTextRenderer, type FileProblem } from "@ostiary/report";
import { STANDARD_INPUT } from "../check/find-files.js";
import { type CheckFlags, readSettings } from "../check/settings.js";
import type { Watcher } from "../check/watch.js";
import { runCheck } from "../check-run.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { readOutputRequests } from "../output-format.js";
import { refuseOverwriting } from "../output-target.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour, widthOf } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/**
 * `ostiary check`: judges manifests and says what a cluster would refuse.
 *
 * @param inputs - files, folders, globs, `-`
 * @param version - the version of this program
 * @throws {@link UsageError} when the command line makes no sense
 */
export const check = async (
  inputs: readonly string[],
  flags: CheckFlags,
  surroundings: Surroundings,
  version: string,
): Promise<ExitCode> => {
  if (inputs.length === 0) throw new UsageError("nothing to check: name files or folders, or `-` for standard input");
  if (inputs.includes("")) throw new UsageError("a path to check is empty: the working directory is `.`");
  const { workingDirectory } = surroundings;
  const outputs = readOutputRequests(flags.output ?? []);
  const named = [...inputs, ...(flags.policies ?? []), ...[flags.config, flags.baseline].flatMap((file) => file ?? [])];
  refuseOverwriting(outputs, named, workingDirectory);
  const workers = readWorkers(flags.workers);
  const checkOnce = async (): Promise<ExitCode> => {
    const { settings, problems } = await readSettings(flags, workingDirectory);
    if (settings === undefined) return report(problems, surroundings);
    return runCheck({ inputs, settings, outputs, version, workers, baseline: flags.baseline }, surroundings);
  };
  if (flags.watch !== true) return checkOnce();
  if (named.includes(STANDARD_INPUT)) throw new UsageError("standard input cannot be watched");
  const { watchInputs } = await import("../check/watch.js");
  const written = outputs.flatMap(({ file }) => (file === undefined ? [] : resolve(workingDirectory, file)));
  return checkAgain(checkOnce, watchInputs(named, workingDirectory, written), surroundings);
};

const CLEAR_SCREEN = "\u001B[2J\u001B[3J\u001B[H";

/** Checks, and again whenever something changes, until the process is ended. */
const checkAgain = async (
  checkOnce: () => Promise<ExitCode>,
  watcher: Watcher,
  { standardOutput }: Surroundings,
): Promise<ExitCode> => {
  for (;;) {
    if (standardOutput.isTTY === true) standardOutput.write(CLEAR_SCREEN);
    await checkOnce();
    await watcher.changed();
  }
};

const MOST_WORKERS = 64;

const readWorkers = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const workers = Number(text);
  if (/^\d+$/.test(text) && workers <= MOST_WORKERS) return workers;
  throw new UsageError(`\`--workers\` takes a number from 0 to ${MOST_WORKERS}, not \`${text}\``);
};

/** Tells what is wrong with the configuration. */
const report = (problems: readonly FileProblem[], { standardError, environment }: Surroundings): ExitCode => {
  const width = widthOf(standardError, environment);
  const renderer = createTextRenderer({
    ...(wantsColour(standardError, environment) && { paint: paintForTerminal }),
    ...(width !== undefined && { width }),
  });
  for (const problem of problems) standardError.write(renderer.problem(problem));
  return EXIT_CODE.badInput;
};
