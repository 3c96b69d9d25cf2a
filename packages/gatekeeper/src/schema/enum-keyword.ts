import type { Json } from "@ostiary/core";
import { goJson, notSupported } from "./field-error.js";
import { isInteger64, type Judgement, type KeywordFamily, shownValue } from "./keyword-family.js";
import { ValidationResult } from "./validation-result.js";

/**
 * `enum`. A null among the values equals nothing, and numbers are converted to the kind of the value they are compared with, so
 * that fractions fall off where that is an integer.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/validator.go, basicCommonValidator
 */
export const enumKeyword: KeywordFamily = {
  applies: () => true,
  judge: (judgement) => {
    const result = new ValidationResult();
    const { schema, place } = judgement;
    const { enum: allowed = [] } = schema;
    if (allowed.length === 0 || allowed.some((entry) => equals(judgement, entry))) return result;
    const supported = allowed.map((entry) => (typeof entry === "string" ? entry : goJson(entry)));
    const body = notSupported("", shownValue(judgement), supported).slice(": ".length);
    result.add({ text: `${place} in body should be one of ${goJson(allowed)}`, place, body });
    return result;
  },
};

const isNumber = (value: Json): value is number | bigint => typeof value === "number" || typeof value === "bigint";

const equals = ({ value, context }: Judgement, entry: Json): boolean => {
  if (entry === null || value === null) return false;
  if (isNumber(entry) && isNumber(value)) {
    const isConverted = isInteger64(entry, "integers");
    return isConverted ? Math.trunc(Number(value)) === Number(entry) : Number(value) === Number(entry);
  }
  if (typeof entry !== "object" || typeof value !== "object") return entry === value;
  // Inside an object, an integer never equals a double.
  return goJson(entry) === goJson(value) && (context.numbers === "integers" || !holdsInteger(entry));
};

const holdsInteger = (value: Json): boolean => {
  if (typeof value !== "object" || value === null) return isInteger64(value, "integers");
  return Object.values(value).some(holdsInteger);
};
