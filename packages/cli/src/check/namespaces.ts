import { type ManifestDocument, readManifests } from "@ostiary/manifests";
import { readField, readIdentity } from "./identity.js";
import { readTexts, type SourceFile } from "./read-file.js";

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** The labels of the Namespaces that were found among the inputs, by name. */
export type NamespaceLabels = ReadonlyMap<string, Labels>;

const KIND = "Namespace";
/**
 * What could say that a document is a Namespace, in YAML or in JSON; what is meant is found by reading it. Bounded, so that
 * no text makes the search slow.
 */
const MENTION = /\bkind["']?\s{0,50}:\s{0,50}[^\n,}]{0,200}\bNamespace\b/;
const SEPARATOR = /^---(?=\s*$|\s*#)/m;

/**
 * Finds the Namespaces in files, wherever they stand: what they say counts for objects before them too. Only the documents
 * that seem to be Namespaces are read. Of several with one name the last one counts.
 */
export const findNamespaces = (files: readonly SourceFile[]): NamespaceLabels => {
  const found = new Map<string, Labels>();
  for (const file of files) {
    for (const text of documentTexts(readTexts(file, KIND))) {
      if (!MENTION.test(text)) continue;
      for (const document of readManifests(text)) noteNamespace(document, found);
    }
  }
  return found;
};

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

const noteNamespace = (document: ManifestDocument, found: Map<string, Labels>): void => {
  if (document.kind !== "object") return;
  const { apiVersion, kind, name } = readIdentity(document.value);
  if (isNamespace({ apiVersion, kind }) && name !== "") found.set(name, readLabels(document.value));
};

/** Whether an object is a Namespace. */
export const isNamespace = (object: { readonly apiVersion: string; readonly kind: string }): boolean =>
  object.apiVersion === "v1" && object.kind === KIND;

/** The labels of an object, as far as they are text; a Namespace with others is refused when it is judged itself. */
export const readLabels = (object: unknown): Labels => {
  const labels = readField(readField(object, "metadata"), "labels");
  if (typeof labels !== "object" || labels === null) return {};
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
};
