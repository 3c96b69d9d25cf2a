import type { ManifestDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { readIdentity } from "./identity.js";
import { isNamespace } from "./namespaces.js";
import { isForeignConfiguration, isPolicy, type PlacedPolicy, placePolicy } from "./policy-document.js";
import { readDocuments, type SourceFile } from "./read-file.js";

/** Where policies are looked for. */
export interface PolicySources {
  /** Files that hold policies and nothing else; what is wrong with their text is told. */
  readonly policyFiles: readonly SourceFile[];
  /** Files that hold policies among objects. */
  readonly mixedFiles: readonly SourceFile[];
  /** The namespace of exceptions that name none. */
  readonly namespace?: string | undefined;
}

/** Policies in the order of the files, and what is wrong with files. */
export interface FoundPolicies {
  readonly policies: readonly PlacedPolicy[];
  readonly problems: readonly FileProblem[];
}

/**
 * Reads the policies in files. In files that hold nothing else every document is taken for one, so that what nobody understands
 * is told, but for Namespaces and configurations of other modules.
 */
export const findPolicies = ({ policyFiles, mixedFiles, namespace }: PolicySources): FoundPolicies => {
  const policies: PlacedPolicy[] = [];
  const problems: FileProblem[] = [];
  const read = (file: SourceFile, isMeant: (document: ManifestDocument) => boolean, told: FileProblem[]): void => {
    for (const { document, problem } of readDocuments(file)) {
      if (problem !== undefined) told.push(problem);
      for (const found of document?.problems ?? []) told.push({ ...found, file: file.name });
      if (document?.kind === "object" && isMeant(document)) policies.push(placePolicy(document, file.name, namespace));
    }
  };
  for (const file of policyFiles) read(file, isNothingElse, problems);
  // Whoever checks the objects of these files tells what is wrong with their text.
  for (const file of mixedFiles) read(file, isPolicyDocument, []);
  return { policies, problems };
};

const isPolicyDocument = (document: ManifestDocument): boolean =>
  document.kind === "object" && isPolicy(readIdentity(document.value));

const isNothingElse = (document: ManifestDocument): boolean => {
  if (document.kind !== "object") return false;
  const identity = readIdentity(document.value);
  return !isNamespace(identity) && !isForeignConfiguration(identity);
};
