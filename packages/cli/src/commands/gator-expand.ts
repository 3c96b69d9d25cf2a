import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Json } from "@ostiary/core";
import { createObjectExpander, type Outcome } from "@ostiary/gatekeeper";
import { jsonText, writeYaml } from "@ostiary/rego";
import { readIdentity } from "../check/identity.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { describeFileError } from "../gator/go-file-error.js";
import { readSources, type SourceFlags } from "../gator/read-sources.js";
import { indentJson } from "../rego/indent-json.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary gator expand` says, as written. */
export interface GatorExpandFlags extends SourceFlags {
  readonly format?: string;
  readonly outputfile?: string;
}

type Write = (object: Json) => string;

const INDENT = "    ";

const FORMATS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["yaml", (object) => writeYaml(object) ?? ""],
  ["json", (object) => indentJson(jsonText(object), INDENT)],
]);

/**
 * `ostiary gator expand`: prints what objects would create in a cluster.
 *
 * @returns 1 for whatever is wrong
 */
export const gatorExpand = async (flags: GatorExpandFlags, surroundings: Surroundings): Promise<ExitCode> => {
  const fail = (message: string): ExitCode => {
    surroundings.standardError.write(`${message}\n`);
    return EXIT_CODE.violations;
  };
  const objects = await readSources(flags, surroundings);
  if (!objects.ok) return fail(objects.error.message);
  const made = expandAll(objects.value);
  if (!made.ok) return fail(`error expanding resources: ${made.error.message}`);
  const write = FORMATS.get(flags.format || "yaml");
  if (write === undefined && made.value.length > 0) {
    return fail(`unrecognized value for format flag: ${flags.format}`);
  }
  const output = made.value.map((object) => write?.(object) ?? "").join("---\n");
  const { outputfile = "" } = flags;
  if (outputfile === "") {
    surroundings.standardOutput.write(`${output}\n`);
    return EXIT_CODE.clean;
  }
  surroundings.standardOutput.write(`Writing output to file: ${outputfile}\n`);
  try {
    writeFileSync(resolve(surroundings.workingDirectory, outputfile), output);
    return EXIT_CODE.clean;
  } catch (error) {
    return fail(`error creating file at path ${outputfile}: ${describeFileError("open", outputfile, error)}`);
  }
};

/** All that objects would create, the last name first. */
const expandAll = (objects: readonly Json[]): Outcome<readonly Json[]> => {
  const expander = createObjectExpander(objects, globalThis.crypto.randomUUID());
  if (!expander.ok) return expander;
  const made: Json[] = [];
  for (const object of objects) {
    const outcome = expander.value.expand(object);
    if (!outcome.ok) return outcome;
    for (const expanded of outcome.value.expanded) made.push(expanded.object);
  }
  return { ok: true, value: made.sort((one, other) => (sortKey(one) > sortKey(other) ? -1 : 1)) };
};

const sortKey = (object: Json): string => {
  const { name, apiVersion, kind } = readIdentity(object);
  return name + apiVersion + kind;
};
