import type { ManifestDocument, ObjectDocument, ReadProblem } from "@ostiary/manifests";
import type { CheckedObject, FileProblem } from "@ostiary/report";
import { readIdentity } from "./identity.js";
import { judge, type Ruling } from "./judge.js";
import { isNamespace, readLabels } from "./namespaces.js";
import { warnOfNearLabels } from "./near-label.js";
import { warnOfNearPolicy } from "./near-policy.js";
import { isPolicy } from "./policy-document.js";
import { readDocuments, type SourceFile } from "./read-file.js";

/** What checking yields, piece by piece: an object with its decision, or a problem with a file. */
export type CheckedItem =
  | { readonly object: CheckedObject; readonly problem?: undefined }
  | { readonly problem: FileProblem; readonly object?: undefined };

/**
 * Checks one file: yields its objects, judged, and what is wrong with its text, in the order of the file. Policies are no
 * objects that are judged. Nothing is held of what has been yielded.
 */
export function* checkFile(file: SourceFile, ruling: Ruling): Generator<CheckedItem> {
  for (const { document, problem } of readDocuments(file)) {
    if (problem !== undefined) yield { problem };
    else yield* checkDocument(document, file.name, ruling);
  }
}

function* checkDocument(document: ManifestDocument, file: string, ruling: Ruling): Generator<CheckedItem> {
  for (const problem of document.problems) yield { problem: describeProblem(problem, document, file) };
  if (document.kind !== "object" || !isObject(document.value)) return;
  const anonymity = findAnonymity(document);
  if (anonymity !== undefined) {
    yield { problem: { ...placeOf(document, file), severity: "error", code: "not-a-manifest", message: anonymity } };
    return;
  }
  if (isPolicy(readIdentity(document.value))) {
    if (ruling.policyFiles?.includes(file) !== true) yield { problem: tellUnread(document, file) };
    return;
  }
  const near = warnOfNearPolicy(document, file);
  if (near !== undefined) yield { problem: near };
  for (const problem of warnOfNearLabels(document, file)) yield { problem };
  if (isOverruled(document, ruling)) yield { problem: warnOfRepetition(document, file) };
  yield { object: judge(document, file, ruling) };
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const describeProblem = (
  { severity, code, message, line, column }: ReadProblem,
  document: ManifestDocument,
  file: string,
): FileProblem => ({
  file,
  line,
  column,
  message,
  severity,
  code,
  excerpt: () => document.excerpt({ line, column, endLine: line, endColumn: column + 1, exact: true }),
});

/** Why an object is none of Kubernetes: values of a chart, a configuration of another tool. */
const findAnonymity = ({ value }: ObjectDocument): string | undefined => {
  const identity = readIdentity(value);
  const missing = (["apiVersion", "kind"] as const).filter((name) => identity[name] === "");
  return missing.length === 0 ? undefined : `not a Kubernetes object: it has no ${missing.join(" and no ")}`;
};

const placeOf = (
  document: ManifestDocument,
  file: string,
): Pick<FileProblem, "file" | "line" | "column" | "excerpt"> => {
  const { line } = document;
  return {
    file,
    line,
    column: 1,
    excerpt: () => document.excerpt({ line, column: 1, endLine: line, endColumn: 2, exact: true }),
  };
};

/** Policies judge and are not judged; one that nobody has noticed must not go without a word. */
const tellUnread = (document: ObjectDocument, file: string): FileProblem => ({
  ...placeOf(document, file),
  severity: "error",
  code: "unread-policy",
  message: "the policy was not read: write `apiVersion` and `kind` plainly, or name the file by `--policies`",
});

/** Whether an object is a Namespace, and another one of the same name among the inputs counts. */
const isOverruled = ({ value }: ObjectDocument, { namespaces }: Ruling): boolean => {
  const identity = readIdentity(value);
  const labels = isNamespace(identity) ? namespaces.get(identity.name) : undefined;
  if (labels === undefined) return false;
  const own = readLabels(value);
  const names = new Set([...Object.keys(labels), ...Object.keys(own)]);
  return [...names].some((name) => labels[name] !== own[name]);
};

const warnOfRepetition = (document: ObjectDocument, file: string): FileProblem => ({
  ...placeOf(document, file),
  severity: "warning",
  code: "repeated-namespace",
  message: `another Namespace \`${readIdentity(document.value).name}\` in the input has other labels, and it counts: it comes last`,
});
