import type { Json } from "@ostiary/core";
import { applyDefaults } from "./apply-defaults.js";
import { defaultErrors, describeBelow } from "./default-errors.js";
import { invalid } from "./field-error.js";
import type { JsonSchema } from "./json-schema.js";
import type { ObjectSchema } from "./object-schema.js";
import { openApiErrors } from "./open-api-schema.js";
import { findObstacle } from "./schema-obstacle.js";
import type { RuleJudge, SchemaMeans, SchemaRules } from "./schema-rules.js";
import { structuralErrors } from "./structural-schema.js";
import { findUnknownFields } from "./unknown-fields.js";
import { validateValue } from "./validate-value.js";

/** Gets the schema of a kind of objects ready. It is a good one: see {@link schemaErrors}. */
export const compileSchema = (schema: JsonSchema, { patterns, rules }: SchemaMeans): ObjectSchema => ({
  validate: (object: Json) =>
    // The name of the root is empty, and shown as an index.
    validateValue(schema, object, { patterns, numbers: "doubles" }).errors.map((error) => describeBelow(error, "[]")),
  unknownFields: (object: Json) => findUnknownFields(schema, object),
  applyDefaults: (object: Json) => applyDefaults(schema, object),
  judgeByRules: judgeBy(schema, rules),
});

/** Rules are compiled once somebody asks for them: most schemas have none, and reviews do not ask. */
const judgeBy = (schema: JsonSchema, rules: SchemaRules | undefined): ObjectSchema["judgeByRules"] => {
  let judge: RuleJudge | undefined;
  return (object) => {
    judge ??= rules?.compile(schema);
    return judge?.(object, "") ?? [];
  };
};

/** Where a schema stands in a CustomResourceDefinition. */
export interface SchemaPlace {
  /** Of the schema of the whole object. */
  readonly root: string;
  /** Of the schema itself, which describes a field. */
  readonly path: string;
}

/**
 * Finds what a cluster has against the schema of a field in a CustomResourceDefinition.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, validateCustomResourceDefinitionValidation
 */
export const schemaErrors = (
  schema: JsonSchema,
  { root, path }: SchemaPlace,
  { patterns, rules }: SchemaMeans,
): readonly string[] => {
  const errors = openApiErrors(schema, path);
  const obstacle = findObstacle(schema);
  if (obstacle !== undefined) return errors.length > 0 ? errors : [invalid(root, "", obstacle)];
  const structural = structuralErrors(schema, path, patterns);
  if (structural.length > 0) return [...structural, ...errors];
  const wrongDefaults = defaultErrors(schema, path, { patterns, rules });
  const wrongRules = wrongDefaults.length > 0 ? [] : (rules?.findErrors(schema, path) ?? []);
  return [...wrongDefaults, ...errors, ...wrongRules];
};
