import { compareBytes } from "@ostiary/rules";
import { invalid } from "./field-error.js";
import type { JsonSchema } from "./json-schema.js";
import type { SchemaMeans } from "./schema-rules.js";
import { findUnknownFields, findUnknownFieldsOfValue } from "./unknown-fields.js";
import { validateValue } from "./validate-value.js";
import type { ValueError } from "./validation-result.js";

/**
 * Finds the defaults of a structural schema that it would not admit itself. Those below `additionalProperties` are not looked
 * at.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/defaulting/validation.go, ValidateDefaults
 */
export const defaultErrors = (schema: JsonSchema, path: string, means: SchemaMeans): readonly string[] => {
  const errors = schema.default === undefined ? [] : ownErrors(schema, `${path}.default`, means);
  if (schema.items?.schema !== undefined) errors.push(...defaultErrors(schema.items.schema, `${path}.items`, means));
  for (const [name, property] of inByteOrder(schema.properties)) {
    errors.push(...defaultErrors(property, `${path}.properties[${name}]`, means));
  }
  return errors;
};

/** Properties in the order in which their errors are told: a cluster has none. */
export const inByteOrder = (properties: JsonSchema["properties"]): readonly (readonly [string, JsonSchema])[] =>
  [...(properties ?? [])].sort(([one], [other]) => compareBytes(one, other));

const ownErrors = (schema: JsonSchema, path: string, { patterns, rules }: SchemaMeans): string[] => {
  const { default: value = null } = schema;
  const find = schema.embeddedResource === true ? findUnknownFields : findUnknownFieldsOfValue;
  const unknown = find(schema, value);
  const errors = unknown.length > 0 ? [invalid(path, value, "must not have unknown fields")] : [];
  const result = validateValue(schema, value, { patterns, numbers: "integers" });
  if (result.errors.length > 0) return [...errors, ...result.errors.map((error) => describeBelow(error, path))];
  return [...errors, ...(rules?.compile(schema)(value, path) ?? [])];
};

/** Puts an error below the path of what was validated. */
export const describeBelow = ({ place, body }: ValueError, path: string): string => {
  const below = place.startsWith(".") ? place.slice(1) : place;
  return below === "" ? `${path}: ${body}` : `${path}.${below}: ${body}`;
};
