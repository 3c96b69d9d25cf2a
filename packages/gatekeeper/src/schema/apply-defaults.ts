import type { Json } from "@ostiary/core";
import { isJsonFields, isJsonList, type JsonFields } from "./json-fields.js";
import type { JsonSchema } from "./json-schema.js";

/**
 * Fills in the defaults of a schema. A null where the schema has a default and admits no null counts as absent. Nothing is
 * filled in below an object that is absent, unless it has a default itself.
 *
 * @returns a copy of what changes, and the value itself where nothing does
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/defaulting/algorithm.go
 */
export const applyDefaults = (schema: JsonSchema | undefined, value: Json): Json => {
  if (schema === undefined) return value;
  if (isJsonList(value)) return defaultEntries(schema, value);
  return isJsonFields(value) ? defaultFields(schema, value) : value;
};

const isAbsent = (schema: JsonSchema | undefined, value: Json | undefined): boolean =>
  value === undefined || (value === null && schema?.nullable !== true);

const defaultEntries = (schema: JsonSchema, list: readonly Json[]): Json => {
  const items = schema.items?.schema;
  const filled = list.map((entry) => fill(items, entry));
  return filled.some((entry, index) => entry !== list[index]) ? filled : list;
};

/** A value that is there, or the default instead of its null. */
const fill = (schema: JsonSchema | undefined, value: Json): Json =>
  applyDefaults(schema, isAbsent(schema, value) ? (schema?.default ?? null) : value);

const defaultFields = (schema: JsonSchema, fields: JsonFields): Json => {
  const changes = new Map<string, Json>();
  for (const [name, property] of schema.properties ?? []) {
    const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const start = isAbsent(property, found) ? (property.default ?? found) : found;
    if (start === undefined) continue;
    const filled = applyDefaults(property, start);
    if (filled !== found) changes.set(name, filled);
  }
  const additional = schema.additionalProperties?.schema;
  for (const name of additional === undefined ? [] : Object.keys(fields)) {
    const found = fields[name] ?? null;
    if (schema.properties?.has(name)) continue;
    const filled = fill(additional, found);
    if (filled !== found) changes.set(name, filled);
  }
  return changes.size === 0 ? fields : Object.fromEntries([...Object.entries(fields), ...changes]);
};
