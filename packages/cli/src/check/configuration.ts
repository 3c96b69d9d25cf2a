import { dirname, join, resolve } from "node:path";
import { formatFieldPath } from "@ostiary/core";
import type { FieldPath, ObjectDocument, SourceRange } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { type Configuration, configurationSchema } from "./configuration-schema.js";
import { readField } from "./identity.js";
import { isServerConfiguration, preparePolicies } from "./policies.js";
import { moduleConfig, type PlacedPolicy, placeIn, placeKeyIn } from "./policy-document.js";
import { fileProblem } from "./problem.js";
import { readDocuments, type SourceFile } from "./read-file.js";

/** A configuration, or why there is none. */
export type ConfigurationResult =
  | {
      readonly configuration: Configuration;
      /** The module's settings, as the policy document that they stand for. */
      readonly settings?: PlacedPolicy;
      readonly problems: readonly [];
    }
  | { readonly configuration?: undefined; readonly problems: readonly FileProblem[] };

const CODE = "invalid-configuration";

/**
 * Reads a configuration file: `ostiary.yaml`, or the `PodSecurityConfiguration` or `AdmissionConfiguration` of an API server.
 * Where `podSecurity` is a path, the file it leads to is read too.
 */
export const readConfiguration = (file: SourceFile): ConfigurationResult => {
  const read = readOnlyObject(file);
  const { document } = read;
  if (document === undefined) return read;
  if (isServerConfiguration(document.value)) return useServerConfiguration({}, document, [], file);
  const parsed = configurationSchema.safeParse(document.value);
  if (!parsed.success) return { problems: describeIssues(parsed.error.issues, document, file) };
  const result = followPodSecurity(parsed.data, document, file);
  const { settings } = parsed.data;
  if (result.configuration === undefined || settings === undefined) return result;
  return { ...result, settings: placeSettings(settings, document, file) };
};

/** The settings of Deckhouse's module, as if they stood in its ModuleConfig. */
const placeSettings = (settings: unknown, document: ObjectDocument, file: SourceFile): PlacedPolicy => ({
  value: moduleConfig(settings),
  locate: ([_spec, ...path]) => placeIn(document, file.name, path),
  locateKey: ([_spec, ...path]) => placeKeyIn(document, file.name, path),
});

const followPodSecurity = (
  configuration: Configuration,
  document: ObjectDocument,
  file: SourceFile,
): ConfigurationResult => {
  const { podSecurity } = configuration;
  if (podSecurity === undefined) return { configuration, problems: [] };
  if (typeof podSecurity !== "string") return useServerConfiguration(configuration, document, ["podSecurity"], file);
  const path = resolve(dirname(file.path), podSecurity);
  const serverFile = { name: join(dirname(file.name), podSecurity), path };
  const server = readOnlyObject(serverFile);
  return server.document === undefined
    ? server
    : useServerConfiguration(configuration, server.document, [], serverFile);
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

/** Something that a schema finds wrong. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Fields that the schema does not have, where that is what is wrong. */
  readonly keys?: readonly string[];
}

/** Tells what a schema finds wrong with a document, at the places where that is written. */
export const describeIssues = (
  issues: readonly Issue[],
  document: ObjectDocument,
  file: SourceFile,
): readonly FileProblem[] =>
  issues.flatMap(({ path, message, keys }) => {
    const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
    if (keys === undefined) return [describeIssue(steps, message, document, file)];
    return keys.map((key) => describeUnknown([...steps, key], document, file));
  });

const describeIssue = (
  path: FieldPath,
  message: string,
  document: ObjectDocument,
  { name }: SourceFile,
): FileProblem => {
  const place = path.length === 0 || message.startsWith("`") ? "" : `\`${formatFieldPath(path)}\`: `;
  const text = `${place}${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  const range = UNKNOWN_FIELD.test(message) ? document.keyPosition(path) : document.position(path);
  return { ...fileProblem(name, text, CODE), ...placeAt(document, range) };
};

/** What a server's configuration is told about in such words should not be there at all. */
const UNKNOWN_FIELD = /: unknown field `/;

const describeUnknown = (path: FieldPath, document: ObjectDocument, { name }: SourceFile): FileProblem => ({
  ...fileProblem(name, `\`${formatFieldPath(path)}\`: unknown field`, CODE),
  ...placeAt(document, document.keyPosition(path)),
});

const placeAt = (document: ObjectDocument, range: SourceRange): Pick<FileProblem, "line" | "column" | "excerpt"> => ({
  line: range.line,
  column: range.column,
  excerpt: () => document.excerpt({ ...range, exact: true }),
});
