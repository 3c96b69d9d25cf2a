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
  const raw = (name: string): Json | undefined =>
    isJsonFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  const field = (name: string): string | undefined => {
    const found = raw(name);
    return typeof found === "string" ? found : undefined;
  };
  const optionalOldSelf = raw("optionalOldSelf");
  return {
    rule: field("rule") ?? "",
    message: field("message") ?? "",
    messageExpression: field("messageExpression") ?? "",
    reason: field("reason"),
    fieldPath: field("fieldPath") ?? "",
    optionalOldSelf: typeof optionalOldSelf === "boolean" ? optionalOldSelf : undefined,
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
  const read = readFields(value, FIELD_READERS);
  const unsupported = readFields(value, UNSUPPORTED_READERS);
  // The tables above give each field its type.
  return (Object.keys(unsupported).length === 0 ? read : { ...read, unsupported }) as JsonSchema;
};

type Readers = ReadonlyMap<string, readonly [name: string, read: Reader]>;

const FIELD_READERS: Readers = new Map(FIELDS.map(([written, name, read]) => [written, [name, read]]));
const UNSUPPORTED_READERS: Readers = new Map(UNSUPPORTED.map(([name, read]) => [name, [name, read]]));

/** Goes through what is there: a schema has few of the fields that it may have. */
const readFields = (value: JsonFields, readers: Readers): { readonly [name: string]: unknown } => {
  const found: { [name: string]: unknown } = {};
  for (const [written, raw] of Object.entries(value)) {
    const [name, read] = readers.get(written) ?? NO_FIELD;
    const result = read(raw);
    if (result !== undefined) found[name] = result;
  }
  return found;
};

const NO_FIELD: readonly [name: string, read: Reader] = ["", () => undefined];
