import type { JsonSchema } from "../schema/json-schema.js";

const TEXT: JsonSchema = { type: "string" };

const META: readonly (readonly [name: string, schema: JsonSchema])[] = [
  ["kind", TEXT],
  ["apiVersion", TEXT],
  [
    "metadata",
    {
      type: "object",
      properties: new Map([
        ["name", TEXT],
        ["generateName", TEXT],
      ]),
    },
  ],
];

/**
 * The schema of an embedded object with what every object has; any other schema as it is.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/model/schemas.go, WithTypeAndObjectMeta
 */
export const withObjectMeta = (schema: JsonSchema): JsonSchema => {
  if (schema.embeddedResource !== true || hasObjectMeta(schema)) return schema;
  return { ...schema, properties: new Map([...(schema.properties ?? []), ...META]) };
};

const hasObjectMeta = ({ properties }: JsonSchema): boolean => {
  const metadata = properties?.get("metadata");
  const texts = [
    properties?.get("kind"),
    properties?.get("apiVersion"),
    metadata?.properties?.get("name"),
    metadata?.properties?.get("generateName"),
  ];
  return metadata?.type === "object" && texts.every((text) => text?.type === "string");
};
