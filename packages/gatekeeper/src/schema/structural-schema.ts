import { compareBytes } from "@ostiary/rules";
import { forbidden, invalid, required } from "./field-error.js";
import type { JsonSchema } from "./json-schema.js";
import type { PatternEngine } from "./object-schema.js";

/** What a schema describes: the entries of a list, or the field of an object. */
type Level = "item" | "field";

/**
 * Finds where a schema is not structural: says of every value what type it has, and only restricts it in `anyOf` and its like.
 *
 * @param path - of the schema, which describes a field
 * @returns errors in byte order
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/validation.go, ValidateStructural
 */
export const structuralErrors = (schema: JsonSchema, path: string, patterns: PatternEngine): readonly string[] => {
  const errors: string[] = [];
  visit(schema, "field", path, { errors, patterns });
  return errors.sort(compareBytes);
};

interface Visit {
  readonly errors: string[];
  readonly patterns: PatternEngine;
}

const visit = (schema: JsonSchema, level: Level, path: string, at: Visit): void => {
  const { items, properties, additionalProperties } = schema;
  if (schema.type === "array" && items?.schema === undefined) {
    at.errors.push(required(`${path}.items`, "must be specified"));
  }
  if (items?.schema !== undefined) visit(items.schema, "item", `${path}.items`, at);
  for (const [name, property] of properties ?? []) visit(property, "field", `${path}.properties[${name}]`, at);
  if (additionalProperties?.schema !== undefined) {
    visit(additionalProperties.schema, "field", `${path}.additionalProperties`, at);
  }
  at.errors.push(...extensionErrors(schema, path));
  visitRestrictions(schema, path, at, {
    anyOf: isIntegerOrString(schema.anyOf),
    allOf: isIntegerOrString(schema.allOf?.[0]?.anyOf),
  });
  at.errors.push(...typeErrors(schema, level, path));
  at.errors.push(...embeddedErrors(schema, path));
};

/** The two forms in which types may be named below `anyOf`: those of a value that is an integer or a string. */
const isIntegerOrString = (alternatives: readonly JsonSchema[] | undefined): boolean =>
  alternatives?.length === 2 && isOnlyType(alternatives[0], "integer") && isOnlyType(alternatives[1], "string");

const isOnlyType = (schema: JsonSchema | undefined, type: string): boolean =>
  schema?.type === type && Object.keys(schema).length === 1;

const extensionErrors = ({ intOrString, preserveUnknownFields, embeddedResource }: JsonSchema, path: string) => {
  if (intOrString !== true) return [];
  const extensions = [
    ["x-kubernetes-preserve-unknown-fields", preserveUnknownFields],
    ["x-kubernetes-embedded-resource", embeddedResource],
  ] as const;
  return extensions
    .filter(([, value]) => value === true)
    .map(([name]) => invalid(`${path}.${name}`, true, "must be false if x-kubernetes-int-or-string is true"));
};

const EMPTY_TYPE: Readonly<Record<Level, string>> = {
  item: "must not be empty for specified array items",
  field: "must not be empty for specified object fields",
};
const OF_EMBEDDED = "must be object if x-kubernetes-embedded-resource is true";

const typeErrors = (schema: JsonSchema, level: Level, path: string): readonly string[] => {
  const { type, embeddedResource, intOrString, preserveUnknownFields } = schema;
  const place = `${path}.type`;
  if (embeddedResource === true && type !== "object") {
    return [type === undefined ? required(place, OF_EMBEDDED) : invalid(place, type, OF_EMBEDDED)];
  }
  const needsNone = intOrString === true || preserveUnknownFields === true;
  return type === undefined && !needsNone ? [required(place, EMPTY_TYPE[level])] : [];
};

const embeddedErrors = (schema: JsonSchema, path: string): readonly string[] => {
  if (schema.embeddedResource !== true) return [];
  const errors: string[] = [];
  if (schema.additionalProperties !== undefined) {
    errors.push(forbidden(`${path}.additionalProperties`, "must not be used if x-kubernetes-embedded-resource is set"));
  }
  const types = [
    ["kind", "string"],
    ["apiVersion", "string"],
    ["metadata", "object"],
  ] as const;
  for (const [name, type] of types) {
    const property = schema.properties?.get(name);
    if (property === undefined || property.type === type) continue;
    errors.push(invalid(`${path}.properties[${name}].type`, property.type ?? "", `must be ${type}`));
  }
  if (schema.preserveUnknownFields !== true && (schema.properties?.size ?? 0) === 0) {
    errors.push(
      required(
        `${path}.properties`,
        "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields",
      ),
    );
  }
  return errors;
};

/** Which first alternatives may name types. */
interface Exceptions {
  readonly anyOf: boolean;
  readonly allOf: boolean;
}

const NO_EXCEPTIONS: Exceptions = { anyOf: false, allOf: false };

const visitRestrictions = (schema: JsonSchema, path: string, at: Visit, exceptions: Exceptions): void => {
  for (const [index, part] of (exceptions.anyOf ? [] : (schema.anyOf ?? [])).entries()) {
    visitNested(part, `${path}.anyOf[${index}]`, at, NO_EXCEPTIONS);
  }
  for (const [index, part] of (schema.allOf ?? []).entries()) {
    visitNested(part, `${path}.allOf[${index}]`, at, { anyOf: exceptions.allOf && index === 0, allOf: false });
  }
  for (const [index, part] of (schema.oneOf ?? []).entries()) {
    visitNested(part, `${path}.oneOf[${index}]`, at, NO_EXCEPTIONS);
  }
  if (schema.not !== undefined) visitNested(schema.not, `${path}.not`, at, NO_EXCEPTIONS);
  const { pattern } = schema;
  const compiled = pattern === undefined ? undefined : at.patterns(pattern);
  if (pattern === undefined || compiled === undefined || compiled.ok) return;
  at.errors.push(
    invalid(`${path}.pattern`, pattern, `must be a valid regular expression, but isn't: ${compiled.error}`),
  );
};

const visitNested = (schema: JsonSchema, path: string, at: Visit, exceptions: Exceptions): void => {
  visitRestrictions(schema, path, at, exceptions);
  const { items, properties } = schema;
  if (items?.schema !== undefined) visitNested(items.schema, `${path}.items`, at, NO_EXCEPTIONS);
  for (const [name, property] of properties ?? []) {
    visitNested(property, `${path}.properties[${name}]`, at, NO_EXCEPTIONS);
  }
  for (const [name, isThere, words] of NOT_IN_RESTRICTIONS) {
    if (isThere(schema)) at.errors.push(forbidden(`${path}.${name}`, `must be ${words} to be structural`));
  }
  if (properties?.has("metadata")) {
    at.errors.push(forbidden(`${path}.properties[metadata]`, "must not be specified in a nested context"));
  }
};

const isFilled = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;

/** What only a schema outside of `anyOf` and its like may have. */
const NOT_IN_RESTRICTIONS: readonly (readonly [
  name: string,
  isThere: (schema: JsonSchema) => boolean,
  words: string,
])[] = [
  ["type", ({ type }) => type !== undefined, "empty"],
  ["additionalProperties", ({ additionalProperties }) => additionalProperties?.allows === true, "undefined"],
  ["default", (schema) => schema.default !== undefined, "undefined"],
  ["title", ({ title }) => title !== undefined, "empty"],
  ["description", ({ description }) => description !== undefined, "empty"],
  ["nullable", ({ nullable }) => nullable === true, "false"],
  ["x-kubernetes-preserve-unknown-fields", (schema) => schema.preserveUnknownFields === true, "false"],
  ["x-kubernetes-embedded-resource", ({ embeddedResource }) => embeddedResource === true, "false"],
  ["x-kubernetes-int-or-string", ({ intOrString }) => intOrString === true, "false"],
  ["x-kubernetes-list-map-keys", ({ listMapKeys }) => isFilled(listMapKeys), "empty"],
  ["x-kubernetes-list-type", ({ listType }) => listType !== undefined, "undefined"],
  ["x-kubernetes-map-type", ({ mapType }) => mapType !== undefined, "undefined"],
  ["x-kubernetes-validations", ({ validations }) => isFilled(validations), "empty"],
];
