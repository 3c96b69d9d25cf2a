import type { PolicyField, Release } from "@ostiary/rules/deckhouse";
import { type core, toJSONSchema } from "zod/mini";

type Schema = core.JSONSchema.JSONSchema;

/** Says in one line what a field may hold in a release; `undefined` where the release does not have the field. */
export const schemaText = (field: PolicyField, release: Release): string | undefined => {
  const schema = field.schema[release];
  return schema && write(toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
};

const write = (schema: Schema): string => {
  const { type, enum: values, items, properties } = schema;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "array") return `[${isSchema(items) ? write(items) : ""}]`;
  if (properties === undefined) return `${type ?? "any"}${writeDefault(schema)}`;
  const members = Object.entries(properties).map(([name, member]) => {
    const mark = schema.required?.includes(name) === true ? "" : "?";
    return `${name}${mark}: ${isSchema(member) ? write(member) : "any"}`;
  });
  return `{ ${members.join(", ")} }`;
};

const writeDefault = (schema: Schema): string =>
  schema.default === undefined ? "" : ` = ${JSON.stringify(schema.default)}`;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;
