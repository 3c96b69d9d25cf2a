import type { Json } from "@ostiary/core";

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of a Namespace's metadata that expressions may read. */
const METADATA_FIELDS = [
  "name",
  "generateName",
  "namespace",
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "labels",
  "annotations",
  "finalizers",
];

const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(object, name)).map((name) => [name, object[name] ?? null]));

const objectAt = (object: JsonObject, name: string): JsonObject => {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return isObject(value) ? value : {};
};

/**
 * A Namespace as expressions see it; null when it is unknown or there is none.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/cel/condition.go, CreateNamespaceObject
 */
export const namespaceVariable = (namespaceObject: Json | undefined): Json => {
  if (!isObject(namespaceObject)) return null;
  return {
    metadata: pick(objectAt(namespaceObject, "metadata"), METADATA_FIELDS),
    spec: objectAt(namespaceObject, "spec"),
    status: objectAt(namespaceObject, "status"),
  };
};
