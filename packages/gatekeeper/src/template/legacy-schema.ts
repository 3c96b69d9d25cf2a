import { type Outcome, succeed } from "../outcome.js";
import type { JsonSchema } from "../schema/json-schema.js";

const REFUSAL = { ok: false, error: "non-nil JSONSchemas encountered, multiple schemas are not supported" } as const;

/**
 * Makes a schema of older templates, which need not say of every value what type it has, a structural one: wherever an object
 * may stand, unknown fields are kept.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/schema/transform.go, AddPreserveUnknownFields
 */
export const preserveUnknownFields = (schema: JsonSchema): Outcome<JsonSchema, string> => {
  const items = transformItems(schema);
  if (!items.ok) return items;
  const properties = transformProperties(schema.properties);
  if (!properties.ok) return properties;
  const { additionalProperties } = schema;
  const additional =
    additionalProperties?.schema === undefined ? undefined : preserveUnknownFields(additionalProperties.schema);
  if (additional !== undefined && !additional.ok) return additional;
  const mayBeObject = schema.type === undefined || schema.type === "object";
  return succeed({
    ...schema,
    ...(mayBeObject ? { preserveUnknownFields: true } : {}),
    ...(items.value === undefined ? {} : { items: items.value }),
    ...(properties.value === undefined ? {} : { properties: properties.value }),
    ...(additional === undefined ? {} : { additionalProperties: { allows: true, schema: additional.value } }),
  });
};

const transformItems = ({ type, items }: JsonSchema): Outcome<JsonSchema["items"], string> => {
  if (items?.schemas !== undefined) return REFUSAL;
  if (items?.schema !== undefined) {
    const entry = preserveUnknownFields(items.schema);
    return entry.ok ? succeed({ schema: entry.value }) : entry;
  }
  return succeed(type === "array" ? { schema: { preserveUnknownFields: true } } : items);
};

const transformProperties = (properties: JsonSchema["properties"]): Outcome<JsonSchema["properties"], string> => {
  if (properties === undefined) return succeed(undefined);
  const transformed = new Map<string, JsonSchema>();
  for (const [name, property] of properties) {
    const result = preserveUnknownFields(property);
    if (!result.ok) return result;
    transformed.set(name, result.value);
  }
  return succeed(transformed);
};
