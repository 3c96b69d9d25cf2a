import type { FileProblem } from "@ostiary/report";
import { type CheckedItem, checkFile } from "./check-file.js";
import type { InputFile } from "./find-files.js";
import { gatherInput, type InputMeans } from "./gather-input.js";
import { readInventory } from "./inventory.js";
import type { Ruling } from "./judge.js";
import type { NamespaceLabels } from "./namespaces.js";
import type { PlacedPolicy } from "./policy-document.js";
import { describePolicyProblems } from "./policy-problems.js";
import { type CheckOptions, prepareRuling } from "./prepare-ruling.js";
import type { SourceFile } from "./read-file.js";
import { findUnknownOptions } from "./unknown-options.js";

/** What a run has to do: files that can be read, by what their objects are judged, and what that was made from. */
export interface Run {
  readonly files: readonly SourceFile[];
  readonly ruling: Ruling;
  readonly namespaces: NamespaceLabels;
  readonly options: CheckOptions;
}

/** Does what a run has to do, and yields in the order of the files. */
export type CheckSources = (run: Run) => Iterable<CheckedItem> | AsyncIterable<CheckedItem>;

/** How a check is done. */
export interface CheckMeans extends InputMeans {
  /** Who checks the files. Default: this thread, one after the other. */
  readonly checkSources?: CheckSources;
  /** Is told how many policy documents were read. */
  readonly countPolicies?: (count: number) => void;
}

/**
 * Checks files: reads their documents, judges every object by the policies and the standards of its namespace, and finds the
 * places. Namespaces and policies among the files count for the objects of all files, so files are looked through for them
 * first.
 *
 * @param files - what `findFiles` found
 * @param options - policies and standards, and what is said about namespaces
 * @returns objects and problems in the order of the files, each as soon as it is known; problems of policies come first; of files
 *   without any object, and without policies, a problem that says so
 */
export async function* checkFiles(
  files: readonly InputFile[],
  options: CheckOptions,
  means: CheckMeans = {},
): AsyncGenerator<CheckedItem> {
  const { checkSources = checkInThisThread, countPolicies } = means;
  const { sources, namespaces, mixedFiles, ...gathered } = await gatherInput(files, options.namespace, means);
  const policies = [...(options.policies ?? []).map(placeNowhere), ...gathered.policies];
  countPolicies?.(policies.length);
  const documents = policies.map(({ value }) => value);
  const inventory = readInventory(documents, sources);
  const whole: CheckOptions = {
    ...options,
    ...(inventory !== undefined && { inventory }),
    policies: documents,
    policyFiles: mixedFiles.map(({ name }) => name),
  };
  const { ruling, problems } = await prepareRuling(whole, namespaces);
  for (const problem of [...findUnknownOptions(options), ...gathered.problems]) yield { problem };
  for (const problem of describePolicyProblems(problems, policies)) yield { problem };
  let isEmpty = files.length > 0 && mixedFiles.length === 0 && gathered.problems.length === 0;
  for await (const item of checkSources({ files: sources, ruling, namespaces, options: whole })) {
    isEmpty = false;
    yield item;
  }
  if (isEmpty) yield { problem: refuseNothing(files) };
}

/** What a chart that cannot be rendered leaves to be read would be as good as objects that are all admitted. */
const refuseNothing = ([file, second]: readonly InputFile[]): FileProblem => ({
  file: file === undefined || second !== undefined ? "input" : file.name,
  severity: "error",
  code: "no-objects",
  message: "there is no object to check",
});

/** Policies that a program hands over have no file. */
const placeNowhere = (value: unknown): PlacedPolicy => ({ value, locate: () => ({ file: "policies" }) });

/** Checks files one after the other. */
export function* checkInThisThread({ files, ruling }: Pick<Run, "files" | "ruling">): Generator<CheckedItem> {
  for (const file of files) yield* checkFile(file, ruling);
}
