import { compareBytes } from "@ostiary/rules";
import { tooMany } from "./array-keywords.js";
import { isJsonFields, type JsonFields } from "./json-fields.js";
import type { Judgement, KeywordFamily } from "./keyword-family.js";
import { ValidationResult, valueError } from "./validation-result.js";

/**
 * `minProperties`, `maxProperties`, `additionalProperties`, `properties` and `required`. The order of fields is not defined in
 * a cluster; here it is that of their bytes.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/object_validator.go
 */
export const objectKeywords: KeywordFamily = {
  applies: ({ value }) => isJsonFields(value),
  judge: (judgement) => {
    const result = new ValidationResult();
    const fields = isJsonFields(judgement.value) ? judgement.value : {};
    const names = Object.keys(fields).sort(compareBytes);
    judgeCount(judgement, names.length, result);
    judgeAdditional(judgement, fields, names, result);
    judgeProperties(judgement, fields, names, result);
    for (const name of judgement.schema.required ?? []) {
      if (!Object.hasOwn(fields, name)) result.add(missing(`${judgement.place}.${name}`));
    }
    return result;
  },
};

const missing = (place: string) => ({ text: `${place} in body is required`, place, body: "Required value" });

const judgeCount = ({ schema, place }: Judgement, count: number, result: ValidationResult): void => {
  const { minProperties, maxProperties } = schema;
  if (minProperties !== undefined && count < minProperties) {
    result.add(valueError(place, count, `${place} in body should have at least ${minProperties} properties`));
  }
  if (maxProperties !== undefined && count > maxProperties) {
    result.add(tooMany(place, count, maxProperties, "properties"));
  }
};

const judgeAdditional = (
  { schema, place, context }: Judgement,
  fields: JsonFields,
  names: readonly string[],
  result: ValidationResult,
): void => {
  const { additionalProperties } = schema;
  if (additionalProperties === undefined) return;
  for (const name of names) {
    if (schema.properties?.has(name)) continue;
    if (!additionalProperties.allows) {
      result.add(valueError(place, name, `${place}.${name} in body is a forbidden property`));
    } else if (additionalProperties.schema !== undefined) {
      result.merge(context.validate(additionalProperties.schema, fields[name] ?? null, `${place}.${name}`));
    }
  }
};

const judgeProperties = (
  { schema, place, context }: Judgement,
  fields: JsonFields,
  names: readonly string[],
  result: ValidationResult,
): void => {
  for (const name of names) {
    const property = schema.properties?.get(name);
    if (property === undefined) continue;
    const below = place === "" ? name : `${place}.${name}`;
    result.merge(context.validate(property, fields[name] ?? null, below));
  }
};
