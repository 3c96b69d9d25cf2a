import type { ManifestDocument } from "@ostiary/manifests";
import { readField, readIdentity } from "./identity.js";

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** The labels of the Namespaces that were found among the inputs, by name. */
export type NamespaceLabels = ReadonlyMap<string, Labels>;

/** Notes a Namespace with its labels; of several with one name the last one counts. */
export const noteNamespace = (document: ManifestDocument, found: Map<string, Labels>): void => {
  if (document.kind !== "object") return;
  const { apiVersion, kind, name } = readIdentity(document.value);
  if (isNamespace({ apiVersion, kind }) && name !== "") found.set(name, readLabels(document.value));
};

/** Whether an object is a Namespace. */
export const isNamespace = (object: { readonly apiVersion: string; readonly kind: string }): boolean =>
  object.apiVersion === "v1" && object.kind === "Namespace";

/** The labels of an object, as far as they are text; a Namespace with others is refused when it is judged itself. */
export const readLabels = (object: unknown): Labels => {
  const labels = readField(readField(object, "metadata"), "labels");
  if (typeof labels !== "object" || labels === null) return {};
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
};
