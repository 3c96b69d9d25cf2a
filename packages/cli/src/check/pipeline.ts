import { Readable } from "node:stream";
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

/**
 * Checks files: reads their documents, judges every object by the standards of its namespace, and finds the places. The
 * Namespaces among the files count for the objects of all files, so files are looked through for them first.
 *
 * @param files - what `findFiles` found
 * @param options - the standards, and what is said about namespaces
 * @param standardInput - what the file `-` stands for
 * @returns objects and problems in the order of the files, each as soon as it is known
 */
export async function* checkFiles(
  files: readonly InputFile[],
  options: CheckOptions,
  standardInput: ByteStream = Readable.from([]),
): AsyncGenerator<CheckedItem> {
  const sources: SourceFile[] = [];
  for (const file of files) {
    try {
      sources.push(await spool(file, standardInput));
    } catch (error) {
      yield { problem: fileProblem(file.name, describeReadError(error)) };
    }
  }
  yield* checkSources({ files: sources, namespaces: findNamespaces(sources), options });
}

/** Checks files one after the other in this thread. */
export function* checkSources({ files, namespaces, options }: Run): Generator<CheckedItem> {
  const ruling: Ruling = { ...options, policies: preparePolicies(options), namespaces };
  for (const file of files) yield* checkFile(file, ruling);
}
