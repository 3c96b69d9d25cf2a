import {
  ANYTHING,
  DOUBLE,
  decodeFault,
  FLAG,
  type GoType,
  INTEGER,
  listOf,
  mapOf,
  namedText,
  struct,
  TEXT,
  TEXTS,
} from "./go-decode.js";
import { isJsonFields } from "./json-fields.js";

/** Takes a schema or a list; anything else is nothing. */
const schemaOr = (list: () => GoType): GoType => ({
  kind: "own",
  check: (value) => {
    if (isJsonFields(value)) return decodeFault(value, SCHEMA);
    return Array.isArray(value) && value.length > 0 ? decodeFault(value, list()) : undefined;
  },
});

const SCHEMA_OR_FLAG: GoType = {
  kind: "own",
  check: (value) => {
    if (isJsonFields(value)) return decodeFault(value, SCHEMA);
    return typeof value === "boolean" ? undefined : "boolean or JSON schema expected";
  },
};

const RULE = struct("v1.ValidationRule", () => ({
  fieldPath: TEXT,
  message: TEXT,
  messageExpression: TEXT,
  optionalOldSelf: FLAG,
  reason: namedText("v1.FieldValueErrorReason"),
  rule: TEXT,
}));

const schemas = (): GoType => listOf("v1.JSONSchemaProps", SCHEMA);
const schemaMap = (): GoType => mapOf("v1.JSONSchemaProps", SCHEMA);

/**
 * The type of a schema in a CustomResourceDefinition, as Go's decoder sees it.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/v1, JSONSchemaProps
 */
export const SCHEMA: GoType = struct("v1.JSONSchemaProps", () => ({
  $ref: TEXT,
  $schema: namedText("v1.JSONSchemaURL"),
  additionalItems: SCHEMA_OR_FLAG,
  additionalProperties: SCHEMA_OR_FLAG,
  allOf: schemas(),
  anyOf: schemas(),
  default: ANYTHING,
  definitions: { ...schemaMap(), name: "v1.JSONSchemaDefinitions" },
  dependencies: { kind: "map", name: "v1.JSONSchemaDependencies", of: schemaOr(() => TEXTS) },
  description: TEXT,
  enum: listOf("v1.JSON", ANYTHING),
  example: ANYTHING,
  exclusiveMaximum: FLAG,
  exclusiveMinimum: FLAG,
  externalDocs: struct("v1.ExternalDocumentation", () => ({ description: TEXT, url: TEXT })),
  format: TEXT,
  id: TEXT,
  items: schemaOr(schemas),
  maxItems: INTEGER,
  maxLength: INTEGER,
  maxProperties: INTEGER,
  maximum: DOUBLE,
  minItems: INTEGER,
  minLength: INTEGER,
  minProperties: INTEGER,
  minimum: DOUBLE,
  multipleOf: DOUBLE,
  not: SCHEMA,
  nullable: FLAG,
  oneOf: schemas(),
  pattern: TEXT,
  patternProperties: schemaMap(),
  properties: schemaMap(),
  required: TEXTS,
  title: TEXT,
  type: TEXT,
  uniqueItems: FLAG,
  "x-kubernetes-embedded-resource": FLAG,
  "x-kubernetes-int-or-string": FLAG,
  "x-kubernetes-list-map-keys": TEXTS,
  "x-kubernetes-list-type": TEXT,
  "x-kubernetes-map-type": TEXT,
  "x-kubernetes-preserve-unknown-fields": FLAG,
  "x-kubernetes-validations": { kind: "list", name: "v1.ValidationRules", of: RULE },
}));
