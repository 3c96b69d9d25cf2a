import { type Dependencies, dependenciesOf } from "@ostiary/rego";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { compilePolicies } from "../rego/compile-policies.js";
import { indentJson, jsonObject } from "../rego/indent-json.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { loadPolicies } from "../rego/load-policies.js";
import { errorOf, errorsText, type OutputError } from "../rego/output-error.js";
import { textTable } from "../rego/text-table.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary rego deps` says, as written. */
export interface RegoDepsFlags extends VersionFlags {
  readonly data?: readonly string[];
  readonly bundle?: readonly string[];
  readonly ignore?: readonly string[];
  readonly format: string;
}

/**
 * `ostiary rego deps`: prints the documents that a query depends on, as `opa deps` does.
 *
 * @returns 1 when there are errors
 */
export const regoDeps = (
  query: string,
  flags: RegoDepsFlags,
  { workingDirectory, standardOutput, standardError }: Surroundings,
): ExitCode => {
  const { data = [], bundle = [], ignore = [], format } = flags;
  const fail = (errors: readonly OutputError[]): ExitCode => {
    standardError.write(`${errorsText(errors)}\n`);
    return EXIT_CODE.violations;
  };
  const loaded = loadPolicies({ data, bundles: bundle, ignore, workingDirectory });
  const compiled = compilePolicies(loaded, { version: languageVersion(flags) });
  if (!compiled.ok) return fail(compiled.errors);
  const dependencies = dependenciesOf(compiled.policy, query);
  if (!dependencies.ok) return fail(dependencies.errors.map(errorOf));
  standardOutput.write(format === "json" ? describeAsJson(dependencies.value) : describeAsTable(dependencies.value));
  return EXIT_CODE.clean;
};

const describeAsJson = ({ base, virtual }: Dependencies): string => {
  const members = {
    base: base.length === 0 ? undefined : JSON.stringify(base),
    virtual: virtual.length === 0 ? undefined : JSON.stringify(virtual),
  };
  return `${indentJson(jsonObject(members))}\n`;
};

/** A column for each kind of which there are any. */
const describeAsTable = ({ base, virtual }: Dependencies): string => {
  const columns = [
    { heading: "BASE DOCUMENTS", cells: base },
    { heading: "VIRTUAL DOCUMENTS", cells: virtual },
  ].filter(({ cells }) => cells.length > 0);
  if (columns.length === 0) return "";
  const longest = Math.max(base.length, virtual.length);
  const rows = Array.from({ length: longest }, (_, row) => columns.map(({ cells }) => cells[row] ?? ""));
  return textTable(
    columns.map(({ heading }) => heading),
    rows,
  );
};
