import type { FieldPath, ObjectDocument, SourceRange } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { type Identity, readField, readIdentity } from "./identity.js";

/** A place as problems with files tell it. */
export type FilePlace = Pick<FileProblem, "file" | "line" | "column" | "excerpt">;

/** A policy document, and where it is written. */
export interface PlacedPolicy {
  readonly value: unknown;
  /** Where the value at a path of the document is written. */
  locate(path: FieldPath): FilePlace;
  /** Where the key that leads to a path is written. Default: where the value is. */
  locateKey?(path: FieldPath): FilePlace;
}

const GROUP = "deckhouse.io";
const KINDS: readonly string[] = ["OperationPolicy", "SecurityPolicy", "SecurityPolicyException"];
/** The module whose configuration decides about objects; those of other modules are objects like any other. */
const MODULE = "admission-policy-engine";

/** The groups of Gatekeeper: all that is in them is its policies, or configures them. */
const GATEKEEPER_GROUPS: readonly string[] = [
  "templates.gatekeeper.sh",
  "constraints.gatekeeper.sh",
  "config.gatekeeper.sh",
  "mutations.gatekeeper.sh",
  "expansion.gatekeeper.sh",
  "externaldata.gatekeeper.sh",
  "syncset.gatekeeper.sh",
];
const ADMISSION_GROUP = "admissionregistration.k8s.io";
const ADMISSION_KINDS: readonly string[] = ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"];

/** The groups of policies, each with the kinds in it that are policies; without them all are. */
export const POLICY_GROUPS: readonly { readonly name: string; readonly kinds?: readonly string[] }[] = [
  { name: GROUP, kinds: KINDS },
  ...GATEKEEPER_GROUPS.map((name) => ({ name })),
  { name: ADMISSION_GROUP, kinds: ADMISSION_KINDS },
];

const groupIn = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf("/")));

/** Whether an object is one of Gatekeeper's policies. */
export const isGatekeeperPolicy = ({ apiVersion }: Pick<Identity, "apiVersion">): boolean =>
  GATEKEEPER_GROUPS.includes(groupIn(apiVersion));

/** Whether an object is a policy of the API server's own admission, or binds one. */
export const isAdmissionPolicy = ({ apiVersion, kind }: Pick<Identity, "apiVersion" | "kind">): boolean =>
  groupIn(apiVersion) === ADMISSION_GROUP && ADMISSION_KINDS.includes(kind);

/** Whether an object is a policy, or configures policies: it judges, and is not judged. */
export const isPolicy = (identity: Identity): boolean => {
  const { apiVersion, kind, name } = identity;
  if (isGatekeeperPolicy(identity) || isAdmissionPolicy(identity)) return true;
  if (!apiVersion.startsWith(`${GROUP}/`)) return false;
  return KINDS.includes(kind) || (kind === "ModuleConfig" && name === MODULE);
};

/** Whether an object is the configuration of a module that has nothing to do with policies. */
export const isForeignConfiguration = (identity: Identity): boolean =>
  identity.kind === "ModuleConfig" && identity.apiVersion.startsWith(`${GROUP}/`) && !isPolicy(identity);

/** The configuration of the module from its settings. */
export const moduleConfig = (settings: unknown): unknown => ({
  apiVersion: `${GROUP}/v1alpha1`,
  kind: "ModuleConfig",
  metadata: { name: MODULE },
  spec: { settings },
});

/**
 * Takes a document for a policy.
 *
 * @param namespace - the namespace of an exception that names none
 */
export const placePolicy = (document: ObjectDocument, file: string, namespace: string | undefined): PlacedPolicy => ({
  value: withNamespace(document.value, namespace),
  locate: (path) => placeIn(document, file, path),
  locateKey: (path) => placeKeyIn(document, file, path),
});

/** Where the value at a path of a document is written, or would be. */
export const placeIn = (document: ObjectDocument, file: string, path: FieldPath): FilePlace =>
  placeAt(document, file, document.position(path));

/** Where the key that leads to a path of a document is written: of a field that should not be there at all. */
export const placeKeyIn = (document: ObjectDocument, file: string, path: FieldPath): FilePlace =>
  placeAt(document, file, document.keyPosition(path));

const placeAt = (document: ObjectDocument, file: string, range: SourceRange): FilePlace => ({
  file,
  line: range.line,
  column: range.column,
  excerpt: () => document.excerpt({ ...range, exact: true }),
});

const withNamespace = (value: unknown, namespace: string | undefined): unknown => {
  if (namespace === undefined || readIdentity(value).kind !== "SecurityPolicyException") return value;
  const metadata = readField(value, "metadata");
  if (typeof metadata !== "object" || metadata === null || readField(metadata, "namespace") !== undefined) return value;
  return { ...Object(value), metadata: { ...metadata, namespace } };
};
