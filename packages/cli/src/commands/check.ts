import { resolve } from "node:path";
import { createTextRenderer, type FileProblem } from "@ostiary/report";
import { type CheckFlags, readSettings } from "../check/settings.js";
import { type CheckRun, runCheck } from "../check-run.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { readOutputRequests } from "../output-format.js";
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
  const { workingDirectory } = surroundings;
  const outputs = readOutputRequests(flags.output ?? []).map(({ format, file }) =>
    file === undefined ? { format } : { format, file: resolve(workingDirectory, file) },
  );
  const { settings, problems } = await readSettings(flags, workingDirectory);
  if (settings === undefined) return report(problems, surroundings);
  const run: CheckRun = { inputs, settings, outputs, version };
  return runCheck(run, surroundings);
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
