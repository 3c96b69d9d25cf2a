import { type ObjectTestResult, testObjects } from "@ostiary/gatekeeper";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { type EngineFlags, engineFlagsFault, gatorEngines } from "../gator/engines.js";
import { PrintBuffer } from "../gator/print-buffer.js";
import { readSources, type SourceFlags } from "../gator/read-sources.js";
import { TemplateTrace } from "../gator/template-trace.js";
import { writeTestResults } from "../gator/test-output.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary gator test` says, as written. */
export interface GatorTestFlags extends SourceFlags, EngineFlags {
  readonly output?: string;
  readonly denyOnly?: boolean;
  readonly stats?: boolean;
  readonly verbose?: boolean;
  readonly trace?: boolean;
}

/**
 * `ostiary gator test`: judges objects by the templates and constraints among them.
 *
 * @returns 1 when a violation denies, and for whatever is wrong
 */
export const gatorTest = async (flags: GatorTestFlags, surroundings: Surroundings): Promise<ExitCode> => {
  const fail = (message: string): ExitCode => {
    surroundings.standardError.write(`${message}\n`);
    return EXIT_CODE.violations;
  };
  const fault = engineFlagsFault(flags);
  if (fault !== undefined) return fail(fault);
  const objects = await readSources(flags, surroundings);
  if (!objects.ok) return fail(objects.error.message);
  const printed = new PrintBuffer();
  const print = flags.verbose === true ? (line: string) => printed.add(line) : undefined;
  const trace = flags.trace === true ? new TemplateTrace() : undefined;
  const engines = gatorEngines(flags, print, trace?.watch);
  const results = testObjects(objects.value, { engines, id: globalThis.crypto.randomUUID() });
  if (!results.ok) return fail(`auditing objects: ${results.error.message}`);
  const shown = flags.denyOnly === true ? results.value.filter(isDenied) : results.value;
  const output = { format: flags.output ?? "", stats: flags.stats === true, trace: trace?.take() ?? null };
  surroundings.standardOutput.write(writeTestResults(shown, output));
  if (printed.text !== "") surroundings.standardOutput.write(`\n${printed.text}\n`);
  return results.value.some(isDenied) ? EXIT_CODE.violations : EXIT_CODE.clean;
};

const isDenied = ({ enforcementAction, scopedActions = [] }: ObjectTestResult): boolean =>
  enforcementAction === "deny" || scopedActions.includes("deny");
