import { checkSync, type Fault, printSyncRequirement, type SyncRequirement } from "@ostiary/gatekeeper";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { readSources, type SourceFlags } from "../gator/read-sources.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary gator sync test` says, as written. */
export interface GatorSyncTestFlags extends SourceFlags {
  readonly forceOmitGvkManifest?: boolean;
}

const NO_MANIFEST =
  "ignoring absence of supported GVK manifest due to --force-omit-gvk-manifest flag; will assume all synced GVKs are supported by cluster";

/**
 * `ostiary gator sync test`: checks that all kinds of objects that templates need are synced.
 *
 * @returns 1 when one is not, and for whatever is wrong
 */
export const gatorSyncTest = async (flags: GatorSyncTestFlags, surroundings: Surroundings): Promise<ExitCode> => {
  const { standardOutput, standardError } = surroundings;
  const fail = (message: string): ExitCode => {
    standardError.write(`${message}\n`);
    return EXIT_CODE.violations;
  };
  const objects = await readSources(flags, surroundings);
  if (!objects.ok) return fail(objects.error.message);
  const check = checkSync(objects.value, flags.forceOmitGvkManifest === true ? "omitted" : "required");
  const { fault, skipped, faults, missing, manifest } = check;
  for (const name of skipped) standardOutput.write(`${describeSkipped(name)}\n`);
  if (fault !== undefined) return fail(`checking: ${fault.message}`);
  if (faults.size > 0) {
    return fail(`encountered errors parsing the following templates: \n${listByTemplate(faults, printFault)}`);
  }
  if (manifest === "absent") standardOutput.write(`${NO_MANIFEST}\n`);
  if (missing.size === 0) return EXIT_CODE.clean;
  return fail(`the following requirements were not met: \n${listByTemplate(missing, printRequirements)}`);
};

const describeSkipped = (name: string): string =>
  `skipping unstructured ${JSON.stringify(name)} because it is not a syncset, config, gvk manifest, or template`;

const printFault = ({ message }: Fault): string => message;
const printRequirements = (requirements: readonly SyncRequirement[]): string =>
  requirements.map(printSyncRequirement).join("\n");

const listByTemplate = <Value>(values: ReadonlyMap<string, Value>, print: (value: Value) => string): string =>
  [...values].map(([name, value]) => `${name}:\n${print(value)}\n`).join("");
