import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { compilePolicies } from "../rego/compile-policies.js";
import { indentJson, jsonObject } from "../rego/indent-json.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { loadPolicies } from "../rego/load-policies.js";
import { errorsJson, errorsText } from "../rego/output-error.js";
import { requirePolicies } from "../rego/require-policies.js";
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
 * `ostiary rego check`: tells the errors of policies as `opa check` does; where there are none at all, that is one.
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
  const sources = bundle === true ? { bundles: paths } : { data: paths };
  const loaded = loadPolicies({ ...sources, ignore, workingDirectory, documents: "ignored" });
  const compiled = compilePolicies(requirePolicies(loaded, paths), {
    version: languageVersion(flags),
    strict: flags.strict === true ? "on" : "off",
    excerpts: "all",
  });
  if (compiled.ok) return EXIT_CODE.clean;
  const { errors } = compiled;
  const text = format === "json" ? indentJson(jsonObject({ errors: errorsJson(errors) })) : errorsText(errors);
  standardError.write(`${text}\n`);
  return EXIT_CODE.violations;
};
