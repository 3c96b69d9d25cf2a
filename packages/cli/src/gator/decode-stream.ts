import type { Json } from "@ostiary/core";
import type { Outcome } from "@ostiary/gatekeeper";
import { type ManifestDocument, readManifests } from "@ostiary/manifests";
import { describeYamlFault } from "./yaml-fault.js";

/**
 * Reads a stream of YAML or JSON as `gator test` does: as Kubernetes does, lists being objects like any other, and objects
 * without a field being none.
 *
 * @returns all objects; or what is wrong with the first document that is none, in gator's words
 */
export const decodeStream = (source: Uint8Array): Outcome<readonly Json[]> => {
  const objects: Json[] = [];
  for (const document of readManifests(source)) {
    if (document.kind === "object" && document.item !== undefined) continue;
    const fault = findFault(document, source);
    if (fault !== undefined) {
      return { ok: false, error: { code: "invalid-yaml", message: `reading yaml source: ${fault}` } };
    }
    // What could be read is JSON.
    const value = "value" in document ? (document.value as Json) : {};
    if (Object.keys(value ?? {}).length > 0) objects.push(value);
  }
  return { ok: true, value: objects };
};

const findFault = (document: ManifestDocument, source: Uint8Array): string | undefined => {
  if (document.kind === "unreadable") {
    return `error converting YAML to JSON: ${describeYamlFault(Buffer.from(source).toString("utf8"), document)}`;
  }
  const { value } = document;
  if (typeof value === "object" && !Array.isArray(value)) return undefined;
  const cause = `json: cannot unmarshal ${describeType(value)} into Go value of type map[string]interface {}`;
  return `error unmarshaling JSON: while decoding JSON: ${cause}`;
};

const describeType = (value: unknown): string => {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "number" : typeof value;
};
