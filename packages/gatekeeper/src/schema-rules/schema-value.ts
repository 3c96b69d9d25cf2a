import type { Json } from "@ostiary/core";
import { CelDuration, type CelList, CelMap, CelTimestamp, type CelValue } from "../cel/cel-value.js";
import { fromJson } from "../cel/json-value.js";
import { parseTimestamp } from "../cel/timestamp-text.js";
import { decodeBase64 } from "../resource/base64.js";
import { isJsonFields, isJsonList, type JsonFields } from "../schema/json-fields.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { escapeName, unescapeName } from "./escape-name.js";
import { parseLooseDuration } from "./loose-duration.js";
import { withObjectMeta } from "./object-meta.js";
import { SchemaList } from "./schema-list.js";

/**
 * A valid value as expressions see it: by its schema a number is an int or a double, a text may be a time, and a field has a
 * name of CEL.
 *
 * @source k8s.io/apiserver, pkg/cel/common/valuesunstructured.go, UnstructuredToVal
 */
export const schemaValue = (json: Json, schema: JsonSchema): CelValue => {
  if (schema.intOrString === true) return fromJson(json);
  if (isJsonList(json)) return listValue(json, schema);
  if (isJsonFields(json)) return new SchemaMap(json, withObjectMeta(schema));
  if (typeof json === "string") return textValue(json, schema.format);
  const isNumber = typeof json === "number" || typeof json === "bigint";
  return isNumber && schema.type === "number" ? Number(json) : fromJson(json);
};

const listValue = (json: readonly Json[], schema: JsonSchema): CelList => {
  const { schema: items = {} } = schema.items ?? {};
  return new SchemaList(
    json.map((element) => schemaValue(element, items)),
    schema,
  );
};

const textValue = (text: string, format = ""): CelValue => {
  const value = Object.hasOwn(TEXTS, format) ? TEXTS[format]?.(text) : text;
  // The schema has been validated: a text of a format is one.
  return value ?? text;
};

const TEXTS: Readonly<Record<string, (text: string) => CelValue | undefined>> = {
  byte: (text) => {
    const decoded = decodeBase64(text);
    return decoded.ok ? Uint8Array.from(decoded.value, (byte) => byte.charCodeAt(0)) : undefined;
  },
  date: (text) => timestamp(`${text}T00:00:00Z`),
  "date-time": (text) => timestamp(text.toUpperCase()),
  duration: (text) => {
    const nanoseconds = parseLooseDuration(text);
    return nanoseconds === undefined ? undefined : new CelDuration(nanoseconds);
  },
};

const timestamp = (text: string): CelTimestamp | undefined => {
  const nanoseconds = parseTimestamp(text);
  return nanoseconds === undefined ? undefined : new CelTimestamp(nanoseconds);
};

/** An object whose fields have schemas, or a map whose members have one. */
class SchemaMap extends CelMap {
  readonly origin = undefined;
  readonly #json: JsonFields;
  readonly #schema: JsonSchema;

  constructor(json: JsonFields, schema: JsonSchema) {
    super();
    this.#json = json;
    this.#schema = schema;
  }
  override get size(): number {
    return Object.keys(this.#json).length;
  }
  override find(key: CelValue): CelValue | undefined {
    if (typeof key !== "string") return undefined;
    const field = this.#isObject ? unescapeName(key) : key;
    if (field === undefined || !Object.hasOwn(this.#json, field)) return undefined;
    const [schema, value] = [this.#schemaOf(field), this.#json[field]];
    if (schema === undefined || value === undefined) return undefined;
    // A field that may be null and is, is as good as absent.
    return value === null && this.#isObject ? undefined : schemaValue(value, schema);
  }
  override keys(): readonly CelValue[] {
    const known = Object.keys(this.#json).filter((field) => this.#schemaOf(field) !== undefined);
    return this.#isObject ? known.map((field) => escapeName(field) ?? field) : known;
  }
  get #isObject(): boolean {
    return this.#schema.properties !== undefined;
  }
  #schemaOf(field: string): JsonSchema | undefined {
    const { properties, additionalProperties } = this.#schema;
    return properties === undefined ? additionalProperties?.schema : properties.get(field);
  }
}
