import { readFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import type { Problem } from "@ostiary/core";
import { isMutator, type MutatorSet, readMutators } from "@ostiary/gatekeeper";
import type { ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { findFiles, type InputFile } from "../check/find-files.js";
import { readIdentity } from "../check/identity.js";
import { type Labels, noteNamespace } from "../check/namespaces.js";
import { type PlacedPolicy, placeIn } from "../check/policy-document.js";
import { describePolicyProblems } from "../check/policy-problems.js";
import { describeReadError, fileProblem } from "../check/problem.js";
import { readDocuments, type SourceFile } from "../check/read-file.js";
import { type ByteStream, spool } from "../check/spool.js";

/** A file with objects that are to be mutated. */
export interface MutationFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** All objects in it, mutators among them. */
  readonly documents: readonly ObjectDocument[];
}

/** What was read of the files of a run. */
export interface MutationInput {
  readonly files: readonly MutationFile[];
  readonly mutators: MutatorSet;
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** What is wrong with the files that are to be mutated. */
  readonly problems: readonly FileProblem[];
  /** What is wrong with mutators, and with the files that were named for them. */
  readonly mutatorProblems: readonly FileProblem[];
}

/** Where things are looked for. */
export interface MutationSources {
  readonly inputs: readonly string[];
  /** Files, folders and globs that hold mutators and Namespaces, and nothing that is to be mutated. */
  readonly mutatorPaths: readonly string[];
  readonly exclude: readonly string[];
  readonly workingDirectory: string;
  readonly standardInput: ByteStream;
}

/** Reads the files of a run: objects, the mutators among them, and Namespaces. */
export const readMutationFiles = async (sources: MutationSources): Promise<MutationInput> => {
  const { workingDirectory, exclude } = sources;
  const found = findFiles(sources.inputs, { workingDirectory, exclude });
  const foundMutators = findFiles(sources.mutatorPaths, { workingDirectory, exclude });
  const problems = [...found.problems];
  const mutatorProblems = [...foundMutators.problems];
  const inputs = new Set(found.files.map(({ path }) => path));
  const asides = foundMutators.files.filter(({ path }) => !inputs.has(path));
  const others = await new FileReader(sources.standardInput, mutatorProblems).readAll(asides);
  const files = await new FileReader(sources.standardInput, problems).readAll(found.files);
  const all = [...others, ...files];
  const namespaces = new Map<string, Labels>();
  for (const { documents } of all) for (const document of documents) noteNamespace(document, namespaces);
  const placed = all.flatMap(({ name, documents }) =>
    documents.filter(holdsMutator).map((document) => placeMutator(document, name)),
  );
  const loaded = loadMutators(placed);
  mutatorProblems.push(...loaded.problems);
  return { files, namespaces, mutators: loaded.mutators, problems, mutatorProblems };
};

/** Whether a document is a mutator. */
export const holdsMutator = ({ value }: ObjectDocument): boolean => {
  const { apiVersion, kind } = readIdentity(value);
  return isMutator({ group: apiVersion.split("/")[0] ?? "", kind });
};

const placeMutator = (document: ObjectDocument, file: string): PlacedPolicy => ({
  value: document.value,
  locate: (path) => placeIn(document, file, path),
});

/** Reads mutators, and tells what is wrong with them at the places where they are written. */
export const loadMutators = (
  placed: readonly PlacedPolicy[],
): { readonly mutators: MutatorSet; readonly problems: readonly FileProblem[] } => {
  const { mutators, problems } = readMutators(placed.map(({ value }) => value));
  return { mutators, problems: describePolicyProblems(problems.map(nameMutator), placed) };
};

const nameMutator = (problem: Problem): Problem => {
  const { policy, message } = problem;
  return policy === undefined ? problem : { ...problem, message: `${policy.kind} \`${policy.name}\`: ${message}` };
};

class FileReader {
  constructor(
    private readonly standardInput: ByteStream,
    private readonly problems: FileProblem[],
  ) {}

  async readAll(files: readonly InputFile[]): Promise<readonly MutationFile[]> {
    const read: MutationFile[] = [];
    for (const file of files) {
      try {
        read.push(this.#read(await spool(file, this.standardInput)));
      } catch (error) {
        this.problems.push(fileProblem(file.name, describeReadError(error)));
      }
    }
    return read;
  }

  #read(file: SourceFile): MutationFile {
    const bytes = file.bytes ?? readFileSync(file.path);
    const documents: ObjectDocument[] = [];
    for (const { document, problem } of readDocuments({ ...file, bytes })) {
      if (problem !== undefined) this.problems.push(problem);
      for (const found of document?.problems ?? []) this.problems.push({ ...found, file: file.name });
      if (document?.kind === "object") documents.push(document);
    }
    return { name: file.name, path: file.path, text: DECODER.decode(bytes), documents };
  }
}

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
