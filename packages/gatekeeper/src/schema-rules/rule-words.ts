import type { Json } from "@ostiary/core";
import { trimSpace } from "../cel/trim-space.js";
import { forbidden, invalid, printValue, required } from "../schema/field-error.js";
import type { JsonSchema, ValidationRule } from "../schema/json-schema.js";
import { readRuleFieldPath } from "../schema/rule-field-path.js";

// The words of a cluster for rules that are not met: k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go.

/** A value that is judged by the rules of its schema. */
export interface JudgedValue {
  readonly schema: JsonSchema;
  readonly value: Json;
  readonly path: string;
}

/** A place as errors show it; a whole object has none. */
const shownPlace = (place: string): string => (place === "" ? "<nil>" : place);

/** An error that shows the type of the value instead of the value. */
export const faultOf = ({ path, schema }: JudgedValue, detail: string): string =>
  invalid(shownPlace(path), schema.type ?? "", detail);

const ruleText = ({ message, rule }: ValidationRule): string => trimSpace(message === "" ? rule : message);

/** What is said where a rule ends in an error. */
export const describeFailure = (error: string, rule: ValidationRule): string => {
  const shown = ruleText(rule);
  if (error.startsWith("no such overload")) {
    return `'${error}': call arguments did not match a supported operator, function or macro signature for rule: ${shown}`;
  }
  const isLimit = error.startsWith("operation cancelled");
  const limit = "no further validation rules will be run due to call cost exceeds limit for rule";
  return isLimit ? `'${error}': ${limit}: ${shown}` : `${error} evaluating rule: ${shown}`;
};

/** The message of a rule that has no expression for it, or one without a usable value. */
export const ownMessage = (rule: ValidationRule): string =>
  rule.message === "" ? `failed rule: ${ruleText(rule)}` : trimSpace(rule.message);

/** The longest message, in bytes, that an expression may give. */
const LONGEST_MESSAGE = 5 * 1024;

/** A message that an expression gave; `undefined` where it is none that is shown. */
export const usableMessage = (value: unknown): string | undefined => {
  const message = typeof value === "string" ? trimSpace(value) : "";
  if (message === "" || message.includes("\n")) return undefined;
  return new TextEncoder().encode(message).length > LONGEST_MESSAGE ? undefined : message;
};

/** The value where the rule says that it is wrong: a field of it, or itself. */
export const placeOf = ({ path, schema }: JudgedValue, { fieldPath }: ValidationRule): string => {
  const below = fieldPath === "" ? undefined : readRuleFieldPath(fieldPath, schema);
  return shownPlace([path, below?.ok === true ? below.value : ""].filter((part) => part !== "").join("."));
};

/** What is said of a value that does not meet a rule. Objects and lists are not shown. */
export const refusal = (judged: JudgedValue, rule: ValidationRule, message: string): string => {
  const place = placeOf(judged, rule);
  const { schema, value } = judged;
  const shown = schema.type === "object" || schema.type === "array" ? "" : `: ${printValue(value)}`;
  switch (rule.reason) {
    case "FieldValueForbidden":
      return forbidden(place, message);
    case "FieldValueRequired":
      return required(place, message);
    case "FieldValueDuplicate":
      return `${place}: Duplicate value${shown}`;
    default:
      return `${place}: Invalid value${shown}: ${message}`;
  }
};
