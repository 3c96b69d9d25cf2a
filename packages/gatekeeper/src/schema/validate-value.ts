import type { Json } from "@ostiary/core";
import { arrayKeywords } from "./array-keywords.js";
import { enumKeyword } from "./enum-keyword.js";
import { formatKeyword, isKnownFormat } from "./format-keyword.js";
import type { JsonSchema } from "./json-schema.js";
import type { Judgement, KeywordFamily, NumberForm, ValidationContext } from "./keyword-family.js";
import { logicKeywords } from "./logic-keywords.js";
import { numberKeywords } from "./number-keywords.js";
import { objectKeywords } from "./object-keywords.js";
import type { PatternEngine } from "./object-schema.js";
import { stringKeywords } from "./string-keywords.js";
import { typeKeyword } from "./type-keyword.js";
import { ValidationResult } from "./validation-result.js";

/** What has a say, in the order in which it is asked. */
const FAMILIES: readonly KeywordFamily[] = [
  typeKeyword,
  logicKeywords,
  stringKeywords,
  formatKeyword,
  numberKeywords,
  arrayKeywords,
  enumKeyword,
  objectKeywords,
];

/** What is asked about a null. */
const FAMILIES_OF_NULL: readonly KeywordFamily[] = [typeKeyword, enumKeyword];

/** How a value is validated. */
export interface ValidateValueOptions {
  readonly patterns: PatternEngine;
  /** `doubles` for a whole object, `integers` for a default. */
  readonly numbers: NumberForm;
}

/**
 * Validates a value as a cluster does.
 *
 * @returns what it has against the value, with places below the value
 * @source k8s.io/kube-openapi, pkg/validation/validate/schema.go
 */
export const validateValue = (schema: JsonSchema, value: Json, options: ValidateValueOptions): ValidationResult => {
  const context: ValidationContext = {
    ...options,
    validate: (below, part, place) => judge({ ...outline(below, options), value: part, place, context }),
  };
  return context.validate(schema, value, "");
};

const outline = (
  schema: JsonSchema,
  { numbers }: ValidateValueOptions,
): Pick<Judgement, "schema" | "types" | "format"> => {
  const { type, format = "" } = schema;
  const declared = type === undefined ? [] : [type];
  // Of defaults, the cluster asks neither whether it knows the format, nor for an integer or a text.
  if (numbers === "integers") return { schema, types: declared, format };
  const types = schema.intOrString === true ? ["integer", "string"] : declared;
  return { schema, types, format: isKnownFormat(format, types) ? format : "" };
};

const judge = (judgement: Judgement): ValidationResult => {
  const result = new ValidationResult();
  if (judgement.value === null) {
    for (const family of FAMILIES_OF_NULL) result.merge(family.judge(judgement));
    return result;
  }
  for (const family of FAMILIES) {
    if (!family.applies(judgement)) continue;
    result.merge(family.judge(judgement));
    result.matches++;
  }
  result.matches++;
  return result;
};
