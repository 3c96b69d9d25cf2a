import type { CelEnvironment } from "../cel/environment.js";
import { inByteOrder } from "../schema/default-errors.js";
import { goJson, invalid } from "../schema/field-error.js";
import type { JsonSchema, ValidationRule } from "../schema/json-schema.js";
import { openApiErrors } from "../schema/open-api-schema.js";
import { type CompiledSchemaRule, compileRules } from "./compile-rules.js";
import { schemaType } from "./schema-type.js";

/** Where a schema is. */
interface Place {
  readonly path: string;
  /** Above it, where an element cannot be told from what it was before an update. */
  readonly uncorrelated: string | undefined;
}

/**
 * Finds the rules of a schema, and of what it describes, that do not compile; those in `allOf` and its like are not looked at.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema
 */
export const ruleErrors = (schema: JsonSchema, place: Place, environment: () => CelEnvironment): readonly string[] => {
  const below = partsOf(schema, place).flatMap(([part, at]) => ruleErrors(part, at, environment));
  if ((schema.validations ?? []).length === 0) return below;
  // What is said of a schema is of more help than what its rules then stumble over.
  if (openApiErrors(schema, place.path).length > 0) return below;
  return [...below, ...ownErrors(schema, place, environment)];
};

const partsOf = (schema: JsonSchema, { path, uncorrelated }: Place): readonly (readonly [JsonSchema, Place])[] => {
  const { additionalProperties, properties, items, mapType = "granular", listType } = schema;
  const inMap = mapType === "granular" || mapType === "atomic" ? uncorrelated : path;
  const inList = listType === "map" ? uncorrelated : path;
  return [
    ...(additionalProperties?.schema === undefined
      ? []
      : [[additionalProperties.schema, { path: `${path}.additionalProperties`, uncorrelated }] as const]),
    ...inByteOrder(properties).map(
      ([name, property]) => [property, { path: `${path}.properties[${name}]`, uncorrelated: inMap }] as const,
    ),
    ...(items?.schema === undefined ? [] : [[items.schema, { path: `${path}.items`, uncorrelated: inList }] as const]),
  ];
};

const ownErrors = (schema: JsonSchema, place: Place, environment: () => CelEnvironment): readonly string[] => {
  const rulesPath = `${place.path}.x-kubernetes-validations`;
  const type = schemaType(schema, "selfType0");
  if (type === undefined) {
    const reason = "unable to convert structural schema to CEL declarations";
    return [
      `${rulesPath}: Internal error: internal error: failed to construct type information for x-kubernetes-validations rules: ${reason}`,
    ];
  }
  return compileRules(schema, type, environment()).flatMap((compiled, index) =>
    errorsOf(compiled, `${rulesPath}[${index}]`, place.uncorrelated),
  );
};

const errorsOf = (compiled: CompiledSchemaRule, path: string, uncorrelated: string | undefined): readonly string[] => {
  const { rule, error, messageError, usesOldSelf } = compiled;
  const errors: string[] = [];
  if (error !== undefined) errors.push(invalidRule(`${path}.rule`, rule, error));
  if (messageError !== undefined) errors.push(invalidRule(`${path}.messageExpression`, rule, messageError));
  if (usesOldSelf && uncorrelated !== undefined) {
    const reason = `oldSelf cannot be used on the uncorrelatable portion of the schema within ${uncorrelated}`;
    errors.push(invalid(`${path}.rule`, rule.rule, reason));
  }
  if (!usesOldSelf && rule.optionalOldSelf !== undefined) {
    const reason = "may not be set if oldSelf is not used in rule";
    errors.push(invalid(`${path}.optionalOldSelf`, rule.optionalOldSelf, reason));
  }
  return errors;
};

/** A rule is shown with its fields as Go names and orders them. */
const invalidRule = (path: string, rule: ValidationRule, detail: string): string => {
  const fields = [
    ["Rule", rule.rule],
    ["Message", rule.message],
    ["MessageExpression", rule.messageExpression],
    ["Reason", rule.reason ?? null],
    ["FieldPath", rule.fieldPath],
    ["OptionalOldSelf", rule.optionalOldSelf ?? null],
  ] as const;
  return `${path}: Invalid value: {${fields.map(([name, value]) => `"${name}":${goJson(value)}`).join(",")}}: ${detail}`;
};
