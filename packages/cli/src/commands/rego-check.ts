import { compileRego } from "@ostiary/rego";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { indentJson, jsonObject } from "../rego/indent-json.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { type LoadRequest, loadPolicies } from "../rego/load-policies.js";
import { errorOf, errorsJson, errorsText, type OutputError, problemError } from "../rego/output-error.js";
import { withExcerpts } from "../rego/source-excerpt.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary rego check` says, as written. */
export interface RegoCheckFlags extends VersionFlags {
  readonly format: string;
  readonly ignore?: readonly string[];
  readonly bundle?: boolean;
  readonly strict?: boolean;
}

/**
 * `ostiary rego check`: tells the errors of policies as `opa check` does.
 *
 * @returns 1 when there are errors
 * @throws {@link UsageError} when the command line makes no sense
 */
export const regoCheck = (
  paths: readonly string[],
  flags: RegoCheckFlags,
  { workingDirectory, standardError }: Surroundings,
): ExitCode => {
  if (paths.length === 0) throw new UsageError("nothing to check: name files or folders");
  const { format, ignore = [], bundle } = flags;
  const errors = findErrors(
    { ...(bundle === true ? { bundles: paths } : { data: paths }), ignore, workingDirectory, documents: "ignored" },
    flags,
  );
  if (errors.length === 0) return EXIT_CODE.clean;
  const text = format === "json" ? indentJson(jsonObject({ errors: errorsJson(errors) })) : errorsText(errors);
  standardError.write(`${text}\n`);
  return EXIT_CODE.violations;
};

const findErrors = (request: LoadRequest, flags: RegoCheckFlags): readonly OutputError[] => {
  const { modules, problems } = loadPolicies(request);
  if (problems.length > 0) return problems.map(problemError);
  const policy = compileRego(modules, {
    version: languageVersion(flags),
    strict: flags.strict === true ? "on" : "off",
    printing: "on",
  });
  return policy.ok ? [] : withExcerpts(policy.errors, modules).map(errorOf);
};
