import type { Json } from "@ostiary/core";
import { isClusterScoped } from "@ostiary/core/match";
import {
  createPatch,
  type Mutation,
  type MutationContext,
  type MutationError,
  type MutatorSet,
  mutate,
  type Outcome,
} from "@ostiary/gatekeeper";
import { readField, readIdentity } from "../check/identity.js";
import { isNamespace, type Labels, type NamespaceLabels } from "../check/namespaces.js";

/** What decides what becomes of objects, beside themselves: the same for all objects of a run. */
export interface MutationRuling extends Pick<MutationContext, "operation" | "username" | "providers" | "explain"> {
  readonly mutators: MutatorSet;
  /** The labels of Namespaces, by name; those of others are empty. */
  readonly namespaces: NamespaceLabels;
  /** Labels that every namespace has, whatever its Namespace says. */
  readonly namespaceLabels?: Labels | undefined;
  /** The namespace of objects that name none. Default: `default`. */
  readonly namespace?: string | undefined;
}

/** Gatekeeper's webhook leaves its own objects alone. */
const OWN_GROUP = /^[^/]+\.gatekeeper\.sh\//;

/** Whether an object is one of Gatekeeper's own, which its webhook never mutates. */
export const isExempt = (object: unknown): boolean => OWN_GROUP.test(readIdentity(object).apiVersion);

/**
 * Applies mutators to an object as the webhook does to the one of a request: while they run it is in the namespace that it is for,
 * and what it says of its namespace stays as it was.
 */
export const mutateObject = (object: unknown, ruling: MutationRuling): Outcome<Mutation, MutationError> => {
  if (isExempt(object)) return succeed(object);
  const name = namespaceFor(object, ruling);
  const { mutators, operation = "CREATE", username, providers, explain } = ruling;
  const outcome = mutate(inNamespace(object, name), mutators, {
    operation,
    ...(username !== undefined && { username }),
    ...(providers !== undefined && { providers }),
    ...(explain !== undefined && { explain }),
    ...(name === "" ? namespaceItself(object) : { namespace: describeNamespace(name, ruling) }),
  });
  if (!outcome.ok || !outcome.value.mutated) return outcome.ok ? succeed(object, outcome.value) : outcome;
  const mutated = outNamespace(outcome.value.object, object);
  // What was read from a file is JSON.
  const patch = createPatch(object as Json, mutated);
  return { ok: true, value: { ...outcome.value, object: mutated, patch, mutated: patch.length > 0 } };
};

const UNTOUCHED = { mutated: false, patch: [], trace: [], iterations: 0 } as const;

const succeed = (
  object: unknown,
  mutation: Omit<Mutation, "object"> = UNTOUCHED,
): Outcome<Mutation, MutationError> => ({
  ok: true,
  value: { ...mutation, object: object as Json },
});

const DEFAULT_NAMESPACE = "default";

/** The name of the namespace that an object is created in; empty for one that is in none. */
export const namespaceFor = (
  object: unknown,
  { namespace = DEFAULT_NAMESPACE }: Pick<MutationRuling, "namespace">,
): string => {
  const { apiVersion, kind, namespace: own } = readIdentity(object);
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  return isClusterScoped({ group, kind }) ? "" : own || namespace;
};

/** A Namespace as a cluster has it: with the label that the API server adds. */
export const describeNamespace = (
  name: string,
  { namespaces, namespaceLabels }: Pick<MutationRuling, "namespaces" | "namespaceLabels">,
): unknown => {
  const labels = { ...namespaces.get(name), ...namespaceLabels, "kubernetes.io/metadata.name": name };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
};

const namespaceItself = (object: unknown): { readonly namespace?: unknown } =>
  isNamespace(readIdentity(object)) ? { namespace: object } : {};

const isFields = (value: unknown): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const inNamespace = (object: unknown, namespace: string): unknown => {
  const metadata = readField(object, "metadata");
  if (namespace === "" || !isFields(metadata) || Object.hasOwn(metadata, "namespace")) return object;
  return { ...Object(object), metadata: { ...metadata, namespace } };
};

/** Takes the namespace out again that the original object does not have. */
const outNamespace = (mutated: Json, original: unknown): Json => {
  const before = readField(original, "metadata");
  const metadata = readField(mutated, "metadata");
  if (!isFields(mutated) || !isFields(metadata) || !isFields(before) || Object.hasOwn(before, "namespace"))
    return mutated;
  return {
    ...mutated,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([name]) => name !== "namespace")),
  };
};
