import { readManifests } from "@ostiary/manifests";
import { type Labels, type NamespaceLabels, noteNamespace } from "./namespaces.js";
import { readTexts, type SourceFile } from "./read-file.js";

/** What counts for all objects, wherever it stands. */
export interface LookedThrough {
  readonly namespaces: NamespaceLabels;
  /** The files that seem to hold policies; what they hold is found by reading them. */
  readonly policyFiles: readonly SourceFile[];
}

/** One of these texts stands in every file that is of interest. */
const MARKS = ["Namespace", "deckhouse.io", "gatekeeper.sh", "ValidatingAdmissionPolicy"] as const;

/**
 * What could say that a document is a Namespace, or a policy, in YAML or in JSON; what is meant is found by reading it. Bounded,
 * so that no text makes the search slow.
 */
const NAMESPACE = /\bkind["']?\s{0,50}:\s{0,50}[^\n,}]{0,200}\bNamespace\b/;
const POLICY =
  /\bkind["']?\s{0,50}:\s{0,50}[^\n,}]{0,200}\b(?:OperationPolicy|SecurityPolicy|SecurityPolicyException|ModuleConfig|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding)\b/;
/** Constraints are of any kind: their group tells. */
const GATEKEEPER_POLICY = /\bapiVersion["']?\s{0,50}:\s{0,50}[^\n,}]{0,200}\bgatekeeper\.sh\b/;
const SEPARATOR = /^---(?=\s*$|\s*#)/m;

/**
 * Looks files through for Namespaces and policies: what they say counts for objects before them too. Only documents that seem
 * to be Namespaces are read. Of several with one name the last one counts.
 */
export const lookThrough = (files: readonly SourceFile[]): LookedThrough => {
  const namespaces = new Map<string, Labels>();
  const policyFiles = new Set<SourceFile>();
  for (const file of files) {
    for (const text of documentTexts(readTexts(file, MARKS))) {
      if (POLICY.test(text) || GATEKEEPER_POLICY.test(text)) policyFiles.add(file);
      if (!NAMESPACE.test(text)) continue;
      for (const document of readManifests(text)) noteNamespace(document, namespaces);
    }
  }
  return { namespaces, policyFiles: [...policyFiles] };
};

/** Finds the Namespaces in files. */
export const findNamespaces = (files: readonly SourceFile[]): NamespaceLabels => lookThrough(files).namespaces;

/** Cuts a text at separators. A separator that lies across two pieces is left inside, where the reader finds it. */
function* documentTexts(pieces: Iterable<string>): Generator<string> {
  let unfinished: string[] = [];
  for (const piece of pieces) {
    const end = piece.lastIndexOf("\n---") + 1;
    unfinished.push(piece.slice(0, end));
    if (end > 0) {
      yield* unfinished.join("").split(SEPARATOR);
      unfinished = [];
    }
    unfinished.push(piece.slice(end));
  }
  yield* unfinished.join("").split(SEPARATOR);
}
