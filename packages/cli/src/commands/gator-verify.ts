import { performance } from "node:perf_hooks";
import { isFailedTest, readSuiteFilter, runGatorSuite } from "@ostiary/gatekeeper";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { type EngineFlags, engineFlagsFault, gatorEngines } from "../gator/engines.js";
import { findSuites } from "../gator/find-suites.js";
import { suiteFolder } from "../gator/suite-folder.js";
import { TemplateTrace } from "../gator/template-trace.js";
import { type FileResult, reportSuites } from "../gator/verify-report.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary gator verify` says, as written. */
export interface GatorVerifyFlags extends EngineFlags {
  readonly run?: string;
  readonly verbose?: boolean;
  readonly trace?: boolean;
}

/**
 * `ostiary gator verify`: runs suites of tests.
 *
 * @returns 1 when a test or a case failed, and for whatever is wrong
 */
export const gatorVerify = (
  paths: readonly string[],
  flags: GatorVerifyFlags,
  { workingDirectory, standardOutput, standardError }: Surroundings,
): ExitCode => {
  const fail = (message: string): ExitCode => {
    standardError.write(`Error: ${message}\n`);
    return EXIT_CODE.violations;
  };
  const [path = ""] = paths;
  if (paths.length !== 1) return fail(`accepts 1 arg(s), received ${paths.length}\n${USAGE}`);
  const fault = engineFlagsFault(flags);
  if (fault !== undefined) return fail(fault);
  const suites = findSuites(path, workingDirectory);
  if (!suites.ok) return fail(`listing test files: ${suites.error.message}`);
  const filter = readSuiteFilter(flags.run ?? "");
  if (!filter.ok) return fail(`compiling filter: ${filter.error.message}`);
  const trace = flags.trace === true ? new TemplateTrace() : undefined;
  const context = {
    filter: filter.value,
    engines: (print: (line: string) => void) => gatorEngines(flags, print, trace?.watch),
    ...(trace !== undefined && { takeTrace: () => trace.take() }),
    now: () => performance.now(),
    id: globalThis.crypto.randomUUID(),
  };
  const results = suites.value.map(
    ({ file, title, suite }): FileResult => ({
      path: title,
      ...runGatorSuite(suite, { ...context, files: suiteFolder(file) }),
    }),
  );
  standardOutput.write(`${reportSuites(results, flags.verbose === true ? "everything" : "failures")}\n`);
  return results.some(({ tests }) => tests.some(isFailedTest)) ? fail("FAIL") : EXIT_CODE.clean;
};

const USAGE = "Run 'ostiary gator verify --help' for usage.";
