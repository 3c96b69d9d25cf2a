import { resolve } from "node:path";
import { type Diagnostic, jsonText, parseModule, syntaxTree } from "@ostiary/rego";
import { STANDARD_INPUT } from "../check/find-files.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { indentJson, jsonObject } from "../rego/indent-json.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { errorOf, errorsJson, problemError } from "../rego/output-error.js";
import { readTextFile, readTextStream } from "../rego/read-text.js";
import { treeText } from "../rego/tree-text.js";
import type { Surroundings } from "../surroundings.js";

/** What the command line of `ostiary rego parse` says, as written. */
export interface RegoParseFlags extends VersionFlags {
  readonly format: string;
}

/**
 * `ostiary rego parse`: prints the syntax tree of a policy, as `opa parse` does.
 *
 * @returns 1 when there are errors
 */
export const regoParse = async (
  path: string,
  flags: RegoParseFlags,
  { workingDirectory, standardInput, standardOutput, standardError }: Surroundings,
): Promise<ExitCode> => {
  const fail = (errorsText: string): ExitCode => {
    standardError.write(`${indentJson(jsonObject({ errors: errorsText }))}\n`);
    return EXIT_CODE.violations;
  };
  const failWith = (errors: readonly Diagnostic[]): ExitCode => fail(errorsJson(errors.map(errorOf)));
  const text =
    path === STANDARD_INPUT ? await readTextStream(standardInput) : readTextFile(resolve(workingDirectory, path));
  if (!text.ok) return fail(errorsJson([problemError(`${path}: ${text.message}`)]));
  const parsed = parseModule(text.text, { file: path, version: languageVersion(flags) });
  if (!parsed.ok) return failWith(parsed.errors);
  const tree = syntaxTree(parsed.value);
  standardOutput.write(flags.format === "json" ? `${indentJson(jsonText(tree))}\n` : treeText(tree));
  return EXIT_CODE.clean;
};
