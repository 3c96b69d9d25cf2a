import type { Json } from "@ostiary/core";
import { compareBytes } from "@ostiary/rules";
import { isJsonFields, isJsonList, type JsonFields } from "./json-fields.js";
import type { JsonSchema } from "./json-schema.js";

const META_FIELDS: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

/**
 * Finds the fields of a whole object that its schema does not know: what a cluster drops. `apiVersion`, `kind` and `metadata`
 * are always known.
 *
 * @returns paths in byte order, `spec.list[0].foo`
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/pruning
 */
export const findUnknownFields = (schema: JsonSchema, object: Json): readonly string[] => {
  const unknown: string[] = [];
  visit({ ...schema, embeddedResource: true }, object, "", unknown);
  return unknown.sort(compareBytes);
};

/** Finds the unknown fields of a value that is none of a whole object, e.g. of a default. */
export const findUnknownFieldsOfValue = (schema: JsonSchema, value: Json): readonly string[] => {
  const unknown: string[] = [];
  visit(schema, value, "", unknown);
  return unknown.sort(compareBytes);
};

const visit = (schema: JsonSchema | undefined, value: Json, path: string, unknown: string[]): void => {
  if (isJsonFields(value)) visitFields(schema, value, path, unknown);
  if (!isJsonList(value)) return;
  const preserves = schema?.preserveUnknownFields === true;
  for (const [index, entry] of value.entries()) {
    const items = schema?.items?.schema;
    const below = `${path}[${index}]`;
    if (preserves) visitPreserving(items, entry, below, unknown);
    else visit(items, entry, below, unknown);
  }
};

/** Below a list whose unknown fields are kept, those of its entries are kept too. */
const visitPreserving = (schema: JsonSchema | undefined, value: Json, path: string, unknown: string[]): void => {
  if (schema !== undefined) visit({ ...schema, preserveUnknownFields: true }, value, path, unknown);
};

const visitFields = (schema: JsonSchema | undefined, fields: JsonFields, path: string, unknown: string[]): void => {
  for (const [name, value] of Object.entries(fields)) {
    if (schema?.embeddedResource === true && META_FIELDS.has(name)) continue;
    const below = path === "" ? name : `${path}.${name}`;
    const property = schema?.properties?.get(name);
    if (property !== undefined) visit(property, value, below, unknown);
    else if (schema?.additionalProperties !== undefined) {
      visit(schema.additionalProperties.schema, value, below, unknown);
    } else if (schema?.preserveUnknownFields !== true) unknown.push(below);
  }
};
