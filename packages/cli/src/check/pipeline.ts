import { Readable } from "node:stream";
import type { FileProblem } from "@ostiary/report";
import { type CheckedItem, checkFile } from "./check-file.js";
import type { InputFile } from "./find-files.js";
import type { Ruling } from "./judge.js";
import { findNamespaces, type NamespaceLabels } from "./namespaces.js";
import { type PolicyChoice, preparePolicies } from "./policies.js";
import { describeReadError, fileProblem } from "./problem.js";
import type { SourceFile } from "./read-file.js";
import { type ByteStream, spool } from "./spool.js";

/** By what files are checked. Everything can be handed to a worker as it is. */
export interface CheckOptions extends PolicyChoice, Omit<Ruling, "policies" | "namespaces"> {}

/** What a run has to do: files that can be read, and what their Namespaces say. */
export interface Run {
  readonly files: readonly SourceFile[];
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
}

/**
 * Checks files: reads their documents, judges every object by the standards of its namespace, and finds the places. The
 * Namespaces among the files count for the objects of all files, so files are looked through for them first.
 *
 * @param files - what `findFiles` found
 * @param options - the standards, and what is said about namespaces
 * @returns objects and problems in the order of the files, each as soon as it is known
 */
export async function* checkFiles(
  files: readonly InputFile[],
  options: CheckOptions,
  means: CheckMeans = {},
): AsyncGenerator<CheckedItem> {
  const { standardInput = Readable.from([]), checkSources = checkInThisThread } = means;
  const sources: SourceFile[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    try {
      sources.push(await spool(file, standardInput));
    } catch (error) {
      problems.push(fileProblem(file.name, describeReadError(error)));
    }
  }
  for (const problem of problems) yield { problem };
  yield* checkSources({ files: sources, namespaces: findNamespaces(sources), options });
}

/** Checks files one after the other. */
export const checkInThisThread: CheckSources = ({ files, namespaces, options }) => {
  const ruling: Ruling = { ...options, policies: preparePolicies(options), namespaces };
  return checkEach(files, ruling);
};

function* checkEach(files: readonly SourceFile[], ruling: Ruling): Generator<CheckedItem> {
  for (const file of files) yield* checkFile(file, ruling);
}
