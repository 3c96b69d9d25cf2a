import type { JsonSchema, UnsupportedFields } from "./json-schema.js";

const isFilled = (map: ReadonlyMap<string, unknown> | undefined): boolean => (map?.size ?? 0) > 0;

/** Why no structural schema can be made of a schema, by what it has. */
const OBSTACLES: readonly (readonly [isThere: (fields: UnsupportedFields) => boolean, name: string])[] = [
  [({ id }) => id !== undefined, "id"],
  [({ $schema }) => $schema !== undefined, "schema"],
  [({ $ref }) => ($ref ?? "") !== "", "$ref"],
  [({ patternProperties }) => isFilled(patternProperties), "patternProperties"],
  [({ dependencies }) => isFilled(dependencies), "dependencies"],
  [({ additionalItems }) => additionalItems !== undefined, "additionalItems"],
  [({ definitions }) => isFilled(definitions), "definitions"],
];

/**
 * Finds why a schema cannot be made a structural one at all, in the schema or below; then nobody asks whether it is one.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/convert.go, NewStructural
 */
export const findObstacle = (schema: JsonSchema): string | undefined => {
  const own = OBSTACLES.find(([isThere]) => schema.unsupported !== undefined && isThere(schema.unsupported));
  if (own !== undefined) return `OpenAPIV3Schema '${own[1]}' is not supported`;
  const inRestrictions = [...(schema.not ? [schema.not] : []), ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  const obstacle = findFirst([...inRestrictions, ...(schema.oneOf ?? [])]);
  if (obstacle !== undefined) return obstacle;
  if (schema.preserveUnknownFields === false) {
    return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  }
  if ((schema.items?.schemas ?? []).length > 0) return "OpenAPIV3Schema 'items' must be a schema, but is an array";
  const { items, properties, additionalProperties } = schema;
  const below = [items?.schema, ...(properties?.values() ?? []), additionalProperties?.schema];
  return findFirst(below.filter((part) => part !== undefined));
};

const findFirst = (schemas: readonly JsonSchema[]): string | undefined => {
  for (const schema of schemas) {
    const obstacle = findObstacle(schema);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
};
