import type { Json } from "@ostiary/core";
import { isJsonFields, isJsonList, type JsonFields } from "./json-fields.js";
import type { AdditionalSchema, ItemsSchema, JsonSchema, UnsupportedFields, ValidationRule } from "./json-schema.js";

type Reader = (value: Json) => unknown;

const text: Reader = (value) => (typeof value === "string" && value !== "" ? value : undefined);
const anyText: Reader = (value) => (typeof value === "string" ? value : undefined);
const flag: Reader = (value) => (value === true ? true : undefined);
const anyFlag: Reader = (value) => (typeof value === "boolean" ? value : undefined);
const number: Reader = (value) => (typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined);
const texts: Reader = (value) =>
  isJsonList(value) ? value.map((entry) => (typeof entry === "string" ? entry : "")) : undefined;
const anything: Reader = (value) => (value === null ? undefined : value);
const list: Reader = (value) => (isJsonList(value) ? value : undefined);
const schema: Reader = (value) => (isJsonFields(value) ? readSchema(value) : undefined);
const schemas: Reader = (value) => (isJsonList(value) ? value.map(readSchema) : undefined);

const schemaMap = (value: Json): ReadonlyMap<string, JsonSchema> | undefined =>
  isJsonFields(value) ? new Map(Object.entries(value).map(([name, below]) => [name, readSchema(below)])) : undefined;

const items = (value: Json): ItemsSchema | undefined => {
  if (value === null) return undefined;
  if (isJsonFields(value)) return { schema: readSchema(value) };
  return isJsonList(value) ? { schemas: value.map(readSchema) } : {};
};

const additional = (value: Json): AdditionalSchema | undefined => {
  if (value === null) return undefined;
  return isJsonFields(value) ? { allows: true, schema: readSchema(value) } : { allows: value === true };
};

const dependencies = (value: Json): UnsupportedFields["dependencies"] | undefined =>
  isJsonFields(value)
    ? new Map(Object.entries(value).map(([name, below]) => [name, isJsonFields(below) ? readSchema(below) : undefined]))
    : undefined;

const rules = (value: Json): readonly ValidationRule[] | undefined =>
  isJsonList(value) ? value.map(readRule) : undefined;

const readRule = (value: Json): ValidationRule => {
  const field = (name: string): string | undefined => {
    const found = isJsonFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof found === "string" ? found : undefined;
  };
  return {
    rule: field("rule") ?? "",
    message: field("message") ?? "",
    messageExpression: field("messageExpression") ?? "",
    reason: field("reason"),
    fieldPath: field("fieldPath") ?? "",
  };
};

/** The fields of a schema: as they are written, as they are named here, and how they are read. */
const FIELDS: readonly (readonly [written: string, name: keyof JsonSchema, read: Reader])[] = [
  ["type", "type", text],
  ["format", "format", text],
  ["title", "title", text],
  ["description", "description", text],
  ["nullable", "nullable", flag],
  ["default", "default", anything],
  ["maximum", "maximum", number],
  ["exclusiveMaximum", "exclusiveMaximum", flag],
  ["minimum", "minimum", number],
  ["exclusiveMinimum", "exclusiveMinimum", flag],
  ["multipleOf", "multipleOf", number],
  ["maxLength", "maxLength", number],
  ["minLength", "minLength", number],
  ["pattern", "pattern", text],
  ["maxItems", "maxItems", number],
  ["minItems", "minItems", number],
  ["uniqueItems", "uniqueItems", flag],
  ["maxProperties", "maxProperties", number],
  ["minProperties", "minProperties", number],
  ["required", "required", texts],
  ["enum", "enum", list],
  ["items", "items", items],
  ["properties", "properties", schemaMap],
  ["additionalProperties", "additionalProperties", additional],
  ["allOf", "allOf", schemas],
  ["anyOf", "anyOf", schemas],
  ["oneOf", "oneOf", schemas],
  ["not", "not", schema],
  ["x-kubernetes-preserve-unknown-fields", "preserveUnknownFields", anyFlag],
  ["x-kubernetes-embedded-resource", "embeddedResource", flag],
  ["x-kubernetes-int-or-string", "intOrString", flag],
  ["x-kubernetes-list-type", "listType", anyText],
  ["x-kubernetes-list-map-keys", "listMapKeys", texts],
  ["x-kubernetes-map-type", "mapType", anyText],
  ["x-kubernetes-validations", "validations", rules],
];

const UNSUPPORTED: readonly (readonly [name: keyof UnsupportedFields, read: Reader])[] = [
  ["id", text],
  ["$schema", text],
  ["$ref", anyText],
  ["patternProperties", schemaMap],
  ["definitions", schemaMap],
  ["dependencies", dependencies],
  ["additionalItems", additional],
];

/**
 * Reads a schema. What has a wrong type is left out: whoever hands in a document checks it first.
 *
 * @param value - nested no deeper than the stack allows
 */
export const readSchema = (value: Json): JsonSchema => {
  if (!isJsonFields(value)) return {};
  const found: [string, unknown][] = [];
  for (const [written, name, read] of FIELDS) addRead(found, name, read, value, written);
  const refused: [string, unknown][] = [];
  for (const [name, read] of UNSUPPORTED) addRead(refused, name, read, value, name);
  if (refused.length > 0) found.push(["unsupported", Object.fromEntries(refused)]);
  // The tables above give each field its type.
  return Object.fromEntries(found) as JsonSchema;
};

const addRead = (found: [string, unknown][], name: string, read: Reader, value: JsonFields, written: string): void => {
  const raw = Object.hasOwn(value, written) ? value[written] : undefined;
  const result = raw === undefined ? undefined : read(raw);
  if (result !== undefined) found.push([name, result]);
};
