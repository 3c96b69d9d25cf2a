import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ProviderAnswers, TraceEntry } from "@ostiary/gatekeeper";
import { createTextRenderer, type FileProblem } from "@ostiary/report";
import { STANDARD_INPUT } from "../check/find-files.js";
import { describeReadError } from "../check/problem.js";
import { readDocuments } from "../check/read-file.js";
import { readLabels } from "../check/settings.js";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import { type MutatedFile, mutateFile } from "../mutate/mutate-files.js";
import type { MutationRuling } from "../mutate/mutate-object.js";
import { type MutationInput, readMutationFiles } from "../mutate/mutation-files.js";
import { writeMutation } from "../mutate/mutation-output.js";
import { readProviderAnswers } from "../mutate/provider-answers.js";
import { describeTraceEntry } from "../mutate/trace-text.js";
import type { Surroundings } from "../surroundings.js";
import { paintForTerminal, wantsColour, widthOf } from "../terminal.js";
import { UsageError } from "../usage-error.js";

/** What the command line of `ostiary mutate` says, as written. */
export interface MutateFlags {
  readonly mutators?: readonly string[];
  readonly output?: string;
  readonly inPlace?: boolean;
  readonly trace?: boolean;
  readonly namespace?: string;
  readonly namespaceLabels?: readonly string[];
  readonly operation?: string;
  readonly user?: string;
  readonly providers?: string;
  readonly exclude?: readonly string[];
}

/**
 * `ostiary mutate`: applies Gatekeeper's mutators to manifests, and prints what becomes of them. Problems and the trace go to
 * standard error, so that what is printed can be piped on.
 *
 * @param inputs - files, folders, globs, `-`
 * @throws {@link UsageError} when the command line makes no sense
 */
export const mutate = async (
  inputs: readonly string[],
  flags: MutateFlags,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  refuseNonsense(inputs, flags);
  const { workingDirectory, standardInput, standardOutput } = surroundings;
  const { mutators: mutatorPaths = [], exclude = [], output = "yaml" } = flags;
  const providers = flags.providers === undefined ? undefined : readProviders(flags.providers, workingDirectory);
  const input = await readMutationFiles({ inputs, mutatorPaths, exclude, workingDirectory, standardInput });
  const ruling: MutationRuling = {
    mutators: input.mutators,
    namespaces: input.namespaces,
    namespaceLabels: readLabels(flags.namespaceLabels ?? []),
    namespace: flags.namespace,
    ...(flags.operation !== undefined && { operation: flags.operation }),
    ...(flags.user !== undefined && { username: flags.user }),
    ...(providers !== undefined && { providers }),
    explain: flags.trace === true,
  };
  const unsound = [...input.mutatorProblems, ...missMutators(input, mutatorPaths, inputs)];
  // What is printed may be piped into a cluster: not all that mutates is as good as nothing.
  const files = unsound.some(isError) ? [] : input.files.map((file) => mutateFile(file, ruling));
  const problems = [
    ...input.problems,
    ...unsound,
    ...missObjects(input, inputs),
    ...files.flatMap((file) => file.problems),
  ];
  if (flags.trace === true) tellTrace(files, surroundings);
  if (flags.inPlace === true) problems.push(...writeInPlace(files));
  else standardOutput.write(await writeMutation(output, files));
  tellProblems(problems, surroundings);
  return exitCodeFor(problems, files);
};

/** Where nothing mutates, nobody meant that. */
const missMutators = (
  { mutators: { mutators }, problems, mutatorProblems }: MutationInput,
  mutatorPaths: readonly string[],
  inputs: readonly string[],
): readonly FileProblem[] => {
  if (mutators.length > 0 || [...problems, ...mutatorProblems].some(isError)) return [];
  const [file = ""] = [...mutatorPaths, ...inputs];
  const message = "there is no mutator here: name files of mutators with `--mutators`";
  return [{ file, severity: "error", code: "no-mutators", message }];
};

/** What a chart that cannot be rendered leaves would be as good as objects that are all mutated. */
const missObjects = ({ files, problems }: MutationInput, [file = ""]: readonly string[]): readonly FileProblem[] => {
  if (problems.length > 0 || files.some(({ documents }) => documents.length > 0)) return [];
  return [{ file, severity: "error", code: "no-objects", message: "there is no object to mutate" }];
};

const isError = ({ severity }: FileProblem): boolean => severity === "error";

const refuseNonsense = (inputs: readonly string[], { inPlace, output = "yaml", ...flags }: MutateFlags): void => {
  if (inputs.length === 0) throw new UsageError("nothing to mutate: name files or folders, or `-` for standard input");
  const given = { "--mutators": flags.mutators ?? [], "--exclude": flags.exclude ?? [], "a path": inputs };
  const empty = Object.entries(given).find(([, values]) => values.includes(""));
  if (empty !== undefined) throw new UsageError(`${empty[0]} is empty: the working directory is \`.\``);
  if (inPlace !== true) return;
  if (inputs.includes(STANDARD_INPUT)) throw new UsageError("standard input cannot be changed in place");
  if (output !== "yaml") throw new UsageError(`\`--in-place\` prints nothing, and \`${output}\` asks for it`);
};

const readProviders = (name: string, workingDirectory: string): ProviderAnswers => {
  const [item] = [...readDocuments({ name, path: resolve(workingDirectory, name) })];
  const value = item?.document?.kind === "object" ? item.document.value : undefined;
  const answers = item?.problem?.message ?? readProviderAnswers(value);
  if (typeof answers === "string") throw new UsageError(`\`${name}\`: ${answers}`);
  return answers;
};

const tellTrace = (files: readonly MutatedFile[], { standardError }: Surroundings): void => {
  for (const { name, objects } of files) {
    for (const { document, trace } of objects) {
      for (const entry of trace.filter(isNews)) {
        const { line, column } = document.position(entry.path);
        standardError.write(`${name}:${line}:${column} ${describeTraceEntry(entry)}\n`);
      }
    }
  }
};

/** Path tests that have let a mutator pass once stop it in later iterations, when the field is there. */
const isNews = ({ what, iteration }: TraceEntry): boolean => what === "changed" || iteration === 1;

const writeInPlace = (files: readonly MutatedFile[]): readonly FileProblem[] =>
  files
    .filter(({ text, newText }) => text !== newText)
    .flatMap(({ name, path, newText }) => {
      try {
        writeFileSync(path, newText);
        return [];
      } catch (error) {
        return [{ file: name, severity: "error" as const, code: "unwritable", message: describeReadError(error) }];
      }
    });

const tellProblems = (problems: readonly FileProblem[], { standardError, environment }: Surroundings): void => {
  const width = widthOf(standardError, environment);
  const renderer = createTextRenderer({
    ...(wantsColour(standardError, environment) && { paint: paintForTerminal }),
    ...(width !== undefined && { width }),
  });
  for (const problem of problems) standardError.write(renderer.problem(problem));
};

/** Objects that a cluster refuses are told as errors too, and are none of the input's. */
const exitCodeFor = (problems: readonly FileProblem[], files: readonly MutatedFile[]): ExitCode => {
  const refusals = files.reduce((sum, { refused }) => sum + refused, 0);
  const errors = problems.filter(isError).length;
  if (errors > refusals) return EXIT_CODE.badInput;
  return refusals > 0 ? EXIT_CODE.violations : EXIT_CODE.clean;
};
