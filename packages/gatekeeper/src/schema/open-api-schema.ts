import { inByteOrder } from "./default-errors.js";
import { forbidden, invalid, notSupported } from "./field-error.js";
import type { JsonSchema } from "./json-schema.js";
import { listTypeErrors, mapTypeErrors } from "./list-map-types.js";
import { validationRuleErrors } from "./validation-rules.js";

/** The types that there are. */
const TYPES: readonly string[] = ["array", "boolean", "integer", "number", "object", "string"];

/** Where a schema is: whether below the metadata of an embedded object, and why it may have no default. */
interface Surroundings {
  readonly inMetadata: boolean;
  readonly noDefaults: string | undefined;
}

const OUTSIDE: Surroundings = { inMetadata: false, noDefaults: undefined };
const META_FIELDS: readonly string[] = ["metadata", "kind", "apiVersion"];

/**
 * Finds what a CustomResourceDefinition must not have in its schema, structural or not.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema
 */
export const openApiErrors = (
  schema: JsonSchema,
  path: string,
  surroundings: Surroundings = OUTSIDE,
): readonly string[] => [
  ...ownErrors(schema, path, surroundings),
  ...additionalErrors(schema, path, surroundings),
  ...propertyErrors(schema, path, surroundings),
  ...partErrors(schema, path, surroundings),
  ...(schema.preserveUnknownFields === false
    ? [invalid(`${path}.x-kubernetes-preserve-unknown-fields`, false, "must be true or undefined")]
    : []),
  ...mapTypeErrors(schema, path),
  ...listTypeErrors(schema, path),
  ...validationRuleErrors(schema, path),
];

const ownErrors = (schema: JsonSchema, path: string, { inMetadata, noDefaults }: Surroundings): readonly string[] => {
  const { type, unsupported = {} } = schema;
  const errors: string[] = [];
  if (type !== undefined && !TYPES.includes(type)) errors.push(notSupported(`${path}.type`, type, TYPES));
  if (schema.default !== undefined && noDefaults !== undefined) {
    errors.push(forbidden(`${path}.default`, `must not be set ${noDefaults}`));
  }
  for (const name of UNSUPPORTED) {
    if (isThere(unsupported[name])) errors.push(forbidden(`${path}.${name}`, `${name} is not supported`));
  }
  if (type === "null") {
    errors.push(forbidden(`${path}.type`, "type cannot be set to null, use nullable as an alternative"));
  }
  if ((schema.items?.schemas ?? []).length > 0) {
    errors.push(forbidden(`${path}.items`, "items must be a schema object and not an array"));
  }
  if (inMetadata && schema.embeddedResource === true) {
    errors.push(forbidden(`${path}.x-kubernetes-embedded-resource`, "must not be used inside of resource meta"));
  }
  if (schema.uniqueItems === true) {
    const reason = "uniqueItems cannot be set to true since the runtime complexity becomes quadratic";
    errors.push(forbidden(`${path}.uniqueItems`, reason));
  }
  return errors;
};

const UNSUPPORTED = ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"] as const;

/** Maps count when something is in them, but `dependencies` always. */
const isThere = (value: unknown): boolean => value !== undefined && (!(value instanceof Map) || value.size > 0);

const additionalErrors = (schema: JsonSchema, path: string, surroundings: Surroundings): readonly string[] => {
  const { additionalProperties, properties } = schema;
  if (additionalProperties === undefined) return [];
  const place = `${path}.additionalProperties`;
  const isPlain = additionalProperties.allows && additionalProperties.schema === undefined;
  const exclusive =
    (properties?.size ?? 0) > 0 && !isPlain
      ? [forbidden(place, "additionalProperties and properties are mutual exclusive")]
      : [];
  const below = surroundings.inMetadata
    ? { ...surroundings, noDefaults: "inside additionalProperties applying to object metadata" }
    : surroundings;
  const nested = additionalProperties.schema;
  return nested === undefined ? exclusive : [...exclusive, ...openApiErrors(nested, place, below)];
};

const propertyErrors = (schema: JsonSchema, path: string, surroundings: Surroundings): readonly string[] =>
  inByteOrder(schema.properties).flatMap(([name, property]) => {
    const isMetadata = schema.embeddedResource === true && META_FIELDS.includes(name);
    const below = isMetadata ? { ...surroundings, inMetadata: true } : surroundings;
    return openApiErrors(property, `${path}.properties[${name}]`, below);
  });

/** The schemas in `not`, `allOf`, `oneOf`, `anyOf`, `definitions`, `items` and `dependencies`, in this order. */
const partErrors = (schema: JsonSchema, path: string, surroundings: Surroundings): readonly string[] => {
  const lists = ["allOf", "oneOf", "anyOf"] as const;
  const { definitions = new Map(), dependencies = new Map() } = schema.unsupported ?? {};
  const parts: (readonly [place: string, part: JsonSchema | undefined])[] = [
    ["not", schema.not],
    ...lists.flatMap((name) => (schema[name] ?? []).map((part, index) => [`${name}[${index}]`, part] as const)),
    ...[...definitions].map(([name, part]) => [`definitions[${name}]`, part] as const),
    ["items", schema.items?.schema],
    ...(schema.items?.schemas ?? []).map((part, index) => [`items[${index}]`, part] as const),
    ...[...dependencies].map(([name, part]) => [`dependencies[${name}]`, part] as const),
  ];
  return parts.flatMap(([place, part]) =>
    part === undefined ? [] : openApiErrors(part, `${path}.${place}`, surroundings),
  );
};
