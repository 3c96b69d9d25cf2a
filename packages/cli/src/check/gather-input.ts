import { Readable } from "node:stream";
import type { FileProblem } from "@ostiary/report";
import type { InputFile } from "./find-files.js";
import { findPolicies } from "./find-policies.js";
import { lookThrough } from "./look-through.js";
import type { NamespaceLabels } from "./namespaces.js";
import type { PlacedPolicy } from "./policy-document.js";
import { describeReadError, fileProblem } from "./problem.js";
import type { SourceFile } from "./read-file.js";
import { type ByteStream, spool } from "./spool.js";

/** Where input comes from, besides the files that are to be checked. */
export interface InputMeans {
  /** What the file `-` stands for. Default: nothing. */
  readonly standardInput?: ByteStream;
  /** Files that hold policies and nothing else. Default: none. */
  readonly policyFiles?: readonly InputFile[];
  /** Policies that come from elsewhere. Default: none. */
  readonly policies?: readonly PlacedPolicy[];
}

/** What counts for all objects, gathered before any is judged. */
export interface GatheredInput {
  /** The files to be checked that can be read. */
  readonly sources: readonly SourceFile[];
  readonly namespaces: NamespaceLabels;
  readonly policies: readonly PlacedPolicy[];
  /** The files to be checked in which policies were looked for. */
  readonly mixedFiles: readonly SourceFile[];
  readonly problems: readonly FileProblem[];
}

/**
 * Gathers Namespaces and policies from files, each file once even where it is both to be checked and named for its policies.
 *
 * @param namespace - the namespace of exceptions that name none
 */
export const gatherInput = async (
  files: readonly InputFile[],
  namespace: string | undefined,
  { standardInput = Readable.from([]), policyFiles = [], policies = [] }: InputMeans,
): Promise<GatheredInput> => {
  const input = await spoolAll(files, standardInput);
  const inputPaths = new Set(files.map(({ path }) => path));
  const others = await spoolAll(
    policyFiles.filter(({ path }) => !inputPaths.has(path)),
    standardInput,
  );
  const { namespaces, policyFiles: mentioning } = lookThrough([...others.sources, ...input.sources]);
  const aside = new Set(others.sources);
  const mixedFiles = mentioning.filter((file) => !aside.has(file));
  const found = findPolicies({ policyFiles: others.sources, mixedFiles, namespace });
  return {
    sources: input.sources,
    namespaces,
    policies: [...policies, ...found.policies],
    mixedFiles,
    problems: [...input.problems, ...others.problems, ...found.problems],
  };
};

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
