import { Readable } from "node:stream";
import type { FileProblem } from "@ostiary/report";
import { type CheckedItem, checkFile } from "./check-file.js";
import type { InputFile } from "./find-files.js";
import { findPolicies } from "./find-policies.js";
import type { Ruling } from "./judge.js";
import { lookThrough } from "./look-through.js";
import type { NamespaceLabels } from "./namespaces.js";
import type { PlacedPolicy } from "./policy-document.js";
import { describePolicyProblems } from "./policy-problems.js";
import { type CheckOptions, prepareRuling } from "./prepare-ruling.js";
import { describeReadError, fileProblem } from "./problem.js";
import type { SourceFile } from "./read-file.js";
import { type ByteStream, spool } from "./spool.js";

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
export interface CheckMeans {
  /** What the file `-` stands for. Default: nothing. */
  readonly standardInput?: ByteStream;
  /** Who checks the files. Default: this thread, one after the other. */
  readonly checkSources?: CheckSources;
  /** Files that hold policies and nothing else. Default: none. */
  readonly policyFiles?: readonly InputFile[];
  /** Policies that come from elsewhere. Default: none. */
  readonly policies?: readonly PlacedPolicy[];
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
 * @returns objects and problems in the order of the files, each as soon as it is known; problems of policies come first
 */
export async function* checkFiles(
  files: readonly InputFile[],
  options: CheckOptions,
  means: CheckMeans = {},
): AsyncGenerator<CheckedItem> {
  const { standardInput = Readable.from([]), checkSources = checkInThisThread } = means;
  const input = await spoolAll(files, standardInput);
  const inputPaths = new Set(files.map(({ path }) => path));
  const onlyPolicies = (means.policyFiles ?? []).filter(({ path }) => !inputPaths.has(path));
  const policyInput = await spoolAll(onlyPolicies, standardInput);
  const { namespaces, policyFiles } = lookThrough([...policyInput.sources, ...input.sources]);
  const asides = new Set(policyInput.sources);
  const mixedFiles = policyFiles.filter((file) => !asides.has(file));
  const found = findPolicies({ policyFiles: policyInput.sources, mixedFiles, namespace: options.namespace });
  const policies = [...(options.policies ?? []).map(placeNowhere), ...(means.policies ?? []), ...found.policies];
  means.countPolicies?.(policies.length);
  const whole = {
    ...options,
    policies: policies.map(({ value }) => value),
    policyFiles: mixedFiles.map(({ name }) => name),
  };
  const { ruling, problems } = await prepareRuling(whole, namespaces);
  const told = describePolicyProblems(problems, policies);
  for (const problem of [...input.problems, ...policyInput.problems, ...found.problems, ...told]) yield { problem };
  yield* checkSources({ files: input.sources, ruling, namespaces, options: whole });
}

const placeNowhere = (value: unknown): PlacedPolicy => ({ value, locate: () => ({ file: "policies" }) });

/** Files that can be read, and why others cannot. */
interface Spooled {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly FileProblem[];
}

const spoolAll = async (files: readonly InputFile[], standardInput: ByteStream): Promise<Spooled> => {
  const sources: SourceFile[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    try {
      sources.push(await spool(file, standardInput));
    } catch (error) {
      problems.push(fileProblem(file.name, describeReadError(error)));
    }
  }
  return { sources, problems };
};

/** Checks files one after the other. */
export function* checkInThisThread({ files, ruling }: Pick<Run, "files" | "ruling">): Generator<CheckedItem> {
  for (const file of files) yield* checkFile(file, ruling);
}
