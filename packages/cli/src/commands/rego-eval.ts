import type { EvaluateOptions, TraceSelection } from "@ostiary/rego";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { readDuration } from "../rego/duration.js";
import { type EvalOutput, writeEvalOutput } from "../rego/eval-output.js";
import { evaluateRequest } from "../rego/evaluate.js";
import { hostSources, limitTime } from "../rego/host.js";
import { languageVersion, type VersionFlags } from "../rego/language-version.js";
import { loadPolicies } from "../rego/load-policies.js";
import { type InputFlags, readInput } from "../rego/read-input.js";
import { readTextStream } from "../rego/read-text.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary rego eval` says, as written. */
export interface RegoEvalFlags extends InputFlags, VersionFlags {
  readonly data?: readonly string[];
  readonly bundle?: readonly string[];
  readonly ignore?: readonly string[];
  readonly stdin?: boolean;
  readonly package?: string;
  readonly import?: readonly string[];
  readonly format: string;
  readonly prettyLimit: string;
  readonly fail?: boolean;
  readonly failDefined?: boolean;
  readonly strict?: boolean;
  readonly strictBuiltinErrors?: boolean;
  readonly explain: string;
  readonly coverage?: boolean;
  readonly timeout?: string;
}

/**
 * `ostiary rego eval`: evaluates a query as `opa eval` does.
 *
 * @returns 2 for errors, 1 for what `--fail` and `--fail-defined` ask for
 * @throws {@link UsageError} when the command line makes no sense
 */
export const regoEval = async (
  argument: string | undefined,
  flags: RegoEvalFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  refuseContradictions(argument, flags);
  const query = argument ?? (await readQuery(surroundings));
  const { workingDirectory } = surroundings;
  const evaluated = evaluateRequest({
    query,
    scope: { ...(flags.package !== undefined && { package: flags.package }), imports: flags.import ?? [] },
    version: languageVersion(flags),
    policies: loadPolicies({ ...pathsOf(flags), workingDirectory }),
    input: await readInput(flags, surroundings),
    strict: flags.strict === true ? "on" : "off",
    trace: TRACES[flags.explain],
    coverage: flags.coverage === true ? "on" : "off",
    options: optionsFor(flags, surroundings),
  });
  const output: EvalOutput = { ...evaluated, prettyLimit: readLimit(flags.prettyLimit) };
  const written = writeEvalOutput(flags.format, output);
  surroundings.standardOutput.write(written.output);
  if (written.errors !== "") surroundings.standardError.write(written.errors);
  return exitCodeFor(output, flags);
};

/** What `--explain` shows. */
const TRACES: Readonly<Record<string, TraceSelection>> = {
  full: "full",
  debug: "full",
  notes: "notes",
  fails: "fails",
};

const refuseContradictions = (argument: string | undefined, flags: RegoEvalFlags): void => {
  const { stdin, stdinInput, input, fail, failDefined } = flags;
  if (argument === undefined && stdin !== true) throw new UsageError("nothing to evaluate: give a query, or `--stdin`");
  if (argument !== undefined && stdin === true) throw new UsageError("there is a query already: leave out `--stdin`");
  if (stdin === true && stdinInput === true) {
    throw new UsageError("standard input can be the query or the input: give `--stdin` or `--stdin-input`");
  }
  if (stdinInput === true && input !== undefined) throw new UsageError("give `--input` or `--stdin-input`, not both");
  if (fail === true && failDefined === true) throw new UsageError("give `--fail` or `--fail-defined`, not both");
};

const readQuery = async ({ standardInput }: Surroundings): Promise<string> => {
  const reading = await readTextStream(standardInput);
  if (reading.ok) return reading.text;
  throw new UsageError(`cannot read the query from standard input: ${reading.message}`);
};

const pathsOf = ({ data = [], bundle = [], ignore = [] }: RegoEvalFlags) => ({ data, bundles: bundle, ignore });

const optionsFor = (flags: RegoEvalFlags, { environment, standardError }: Surroundings): EvaluateOptions => ({
  ...hostSources(environment),
  ...limitTime(flags.timeout === undefined ? undefined : readDuration(flags.timeout, "--timeout")),
  strictBuiltinErrors: flags.strictBuiltinErrors === true,
  print: ({ text }) => standardError.write(`${text}\n`),
});

const readLimit = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`\`--pretty-limit\` takes a number, not \`${text}\``);
};

const exitCodeFor = ({ errors, results }: EvalOutput, { fail, failDefined }: RegoEvalFlags): ExitCode => {
  if (errors.length > 0) return EXIT_CODE.badInput;
  const isMissed = results.length === 0 ? fail === true : failDefined === true;
  return isMissed ? EXIT_CODE.violations : EXIT_CODE.clean;
};
