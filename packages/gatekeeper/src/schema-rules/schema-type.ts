import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  objectType,
  STRING,
  TIMESTAMP,
} from "../cel/cel-type.js";
import type { CelType } from "../cel/cel-value.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { escapeName } from "./escape-name.js";
import { withObjectMeta } from "./object-meta.js";

const SCALARS: Readonly<Record<string, CelType>> = { boolean: BOOL, integer: INT, number: DOUBLE };

const TEXTS: Readonly<Record<string, CelType>> = {
  byte: BYTES,
  date: TIMESTAMP,
  "date-time": TIMESTAMP,
  duration: DURATION,
};

/**
 * The type that expressions see of what a schema describes; `undefined` when they see nothing of it. Of unknown fields they see
 * nothing.
 *
 * @param name - a name that no other type has: objects are told apart by it
 * @source k8s.io/apiserver, pkg/cel/common/schemas.go, SchemaDeclType
 */
export const schemaType = (schema: JsonSchema, name: string): CelType | undefined => {
  if (schema.intOrString === true) return DYN;
  const { type = "", format = "" } = schema;
  if (type === "array") return arrayType(schema, name);
  if (type === "object") return objectOrMapType(withObjectMeta(schema), name);
  if (type === "string") return Object.hasOwn(TEXTS, format) ? TEXTS[format] : STRING;
  return Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined;
};

const arrayType = ({ items }: JsonSchema, name: string): CelType | undefined => {
  const element = items?.schema && schemaType(items.schema, `${name}.@idx`);
  return element && listOf(element);
};

const objectOrMapType = ({ additionalProperties, properties = new Map() }: JsonSchema, name: string) => {
  if (additionalProperties?.schema !== undefined) {
    const member = schemaType(additionalProperties.schema, `${name}.@elem`);
    return member && mapOf(STRING, member);
  }
  const fields: [string, CelType][] = [];
  for (const [field, schema] of properties) {
    const escaped = escapeName(field);
    const type = schemaType(schema, `${name}.${escaped}`);
    if (escaped !== undefined && type !== undefined) fields.push([escaped, type]);
  }
  return objectType(name, Object.fromEntries(fields));
};
