import { invalid, notSupported, required } from "./field-error.js";
import type { JsonSchema, ValidationRule } from "./json-schema.js";
import { readRuleFieldPath } from "./rule-field-path.js";
import { findObstacle } from "./schema-obstacle.js";

const REASONS: readonly string[] = [
  "FieldValueDuplicate",
  "FieldValueForbidden",
  "FieldValueInvalid",
  "FieldValueRequired",
];

/**
 * `x-kubernetes-validations`, so far as can be told without CEL.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema
 */
export const validationRuleErrors = (schema: JsonSchema, path: string): readonly string[] =>
  (schema.validations ?? []).flatMap((rule, index) =>
    ruleErrors(rule, `${path}.x-kubernetes-validations[${index}]`, schema),
  );

const hasLineBreak = (text: string): boolean => /[\n\r]/.test(text);

const ruleErrors = (rule: ValidationRule, place: string, schema: JsonSchema): readonly string[] => {
  const errors = [...textErrors(rule, place)];
  if (rule.messageExpression !== "" && rule.messageExpression.trim() === "") {
    errors.push(required(`${place}.messageExpression`, "messageExpression must be non-empty if specified"));
  }
  if (rule.reason !== undefined && !REASONS.includes(rule.reason)) {
    errors.push(notSupported(`${place}.reason`, rule.reason, REASONS));
  }
  if (rule.fieldPath !== "" && rule.fieldPath.trim() === "") {
    errors.push(invalid(`${place}.fieldPath`, rule.fieldPath, "must be non-empty if specified"));
  }
  if (hasLineBreak(rule.fieldPath)) {
    errors.push(invalid(`${place}.fieldPath`, rule.fieldPath, "must not contain line breaks"));
  }
  if (rule.fieldPath !== "" && findObstacle(schema) === undefined && !readRuleFieldPath(rule.fieldPath, schema).ok) {
    errors.push(invalid(`${place}.fieldPath`, rule.fieldPath, "must be a valid path"));
  }
  return errors;
};

/** Of the rule and its message, only the first fault is told. */
const textErrors = ({ rule, message }: ValidationRule, place: string): readonly string[] => {
  if (rule.trim() === "") return [required(`${place}.rule`, "rule is not specified")];
  const trimmed = message.trim();
  if (message !== "" && trimmed === "") return [invalid(`${place}.message`, message, "must be non-empty if specified")];
  if (hasLineBreak(trimmed)) return [invalid(`${place}.message`, message, "must not contain line breaks")];
  if (hasLineBreak(rule.trim()) && trimmed === "") {
    return [required(`${place}.message`, "message must be specified if rule contains line breaks")];
  }
  return [];
};
