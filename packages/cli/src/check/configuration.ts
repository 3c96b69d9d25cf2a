import { dirname, join, resolve } from "node:path";
import { formatFieldPath } from "@ostiary/core";
import type { FieldPath, ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { type Configuration, configurationSchema } from "./configuration-schema.js";
import { readField, readIdentity } from "./identity.js";
import { preparePolicies } from "./policies.js";
import { fileProblem } from "./problem.js";
import { readDocuments, type SourceFile } from "./read-file.js";

/** A configuration, or why there is none. */
export type ConfigurationResult =
  | { readonly configuration: Configuration; readonly problems: readonly [] }
  | { readonly configuration?: undefined; readonly problems: readonly FileProblem[] };

const CODE = "invalid-configuration";

/** The groups of files that API servers take as the configuration of their admission. */
const SERVER_GROUPS: readonly string[] = ["pod-security.admission.config.k8s.io", "apiserver.config.k8s.io"];

/**
 * Reads a configuration file: `ostiary.yaml`, or the `PodSecurityConfiguration` or `AdmissionConfiguration` of an API server.
 * Where `podSecurity` is a path, the file it leads to is read too.
 */
export const readConfiguration = (file: SourceFile): ConfigurationResult => {
  const read = readOnlyObject(file);
  if (read.document === undefined) return read;
  if (isServerConfiguration(read.document.value)) return useServerConfiguration({}, read.document, [], file);
  const parsed = configurationSchema.safeParse(read.document.value);
  if (!parsed.success) return { problems: describeIssues(parsed.error.issues, read.document, file) };
  const { podSecurity } = parsed.data;
  if (podSecurity === undefined) return { configuration: parsed.data, problems: [] };
  if (typeof podSecurity !== "string") {
    return useServerConfiguration(parsed.data, read.document, ["podSecurity"], file);
  }
  const path = resolve(dirname(file.path), podSecurity);
  const serverFile = { name: join(dirname(file.name), podSecurity), path };
  const server = readOnlyObject(serverFile);
  return server.document === undefined ? server : useServerConfiguration(parsed.data, server.document, [], serverFile);
};

/** Takes over the configuration of a server, if it is one that the server would start with. */
const useServerConfiguration = (
  configuration: Configuration,
  document: ObjectDocument,
  base: FieldPath,
  file: SourceFile,
): ConfigurationResult => {
  let podSecurity = document.value;
  for (const step of base) podSecurity = readField(podSecurity, String(step));
  const { problems } = preparePolicies({ podSecurity });
  if (problems.length === 0) return { configuration: { ...configuration, podSecurity }, problems: [] };
  const issues = problems.map(({ path = [], message }) => ({
    path: [...base, ...path],
    message: message.replace(/^policy document 0: /, ""),
  }));
  return { problems: describeIssues(issues, document, file) };
};

type ObjectResult =
  | { readonly document: ObjectDocument; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly FileProblem[] };

/** Reads a file that has to hold one object, and no errors. */
const readOnlyObject = (file: SourceFile): ObjectResult => {
  const documents: ObjectDocument[] = [];
  const problems: FileProblem[] = [];
  for (const { document, problem } of readDocuments(file)) {
    if (problem !== undefined) problems.push(problem);
    else if (document.kind === "object") documents.push(document);
    for (const found of document?.problems ?? []) problems.push({ ...found, file: file.name, severity: "error" });
  }
  const [document, second] = documents;
  if (problems.length > 0) return { problems };
  if (document === undefined) return { problems: [fileProblem(file.name, "the configuration is empty")] };
  if (second === undefined) return { document };
  const message = "the configuration is one document, this is a second one";
  return { problems: [{ ...fileProblem(file.name, message, CODE), line: second.line }] };
};

const isServerConfiguration = (value: unknown): boolean =>
  SERVER_GROUPS.includes(readIdentity(value).apiVersion.split("/")[0] ?? "");

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const describeIssues = (issues: readonly Issue[], document: ObjectDocument, file: SourceFile): readonly FileProblem[] =>
  issues.map(({ path, message }) => {
    const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
    const { line, column, endLine, endColumn } = document.position(steps);
    const place = steps.length === 0 || message.startsWith("`") ? "" : `\`${formatFieldPath(steps)}\`: `;
    const text = `${place}${message.charAt(0).toLowerCase()}${message.slice(1)}`;
    const range = { line, column, endLine, endColumn, exact: true };
    return { ...fileProblem(file.name, text, CODE), line, column, excerpt: () => document.excerpt(range) };
  });
