import { FORMATS } from "./formats.js";
import type { KeywordFamily } from "./keyword-family.js";
import { typeError, ValidationResult } from "./validation-result.js";

/** Formats are named with hyphens or without. */
const normalize = (format: string): string => format.replaceAll("-", "");

const FORMATS_OF_NUMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["integer", ["int32", "int64"]],
  ["number", ["float", "double"]],
]);

/** Whether a format is one of a type of numbers. */
export const isNumberFormat = (format: string, type: string): boolean =>
  FORMATS_OF_NUMBERS.get(type)?.includes(format) ?? false;

/**
 * Whether a cluster knows a format for values of some types; others are ignored.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/validation/formats.go
 */
export const isKnownFormat = (format: string, types: readonly string[]): boolean => {
  const type = types.length === 1 ? types.join("") : "";
  if (type === "" || type === "string") return FORMATS.has(normalize(format));
  return isNumberFormat(format, type);
};

/**
 * `format` of texts.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/formats.go
 */
export const formatKeyword: KeywordFamily = {
  applies: ({ value, format }) => typeof value === "string" && FORMATS.has(normalize(format)),
  judge: ({ value, format, place }) => {
    const result = new ValidationResult();
    const text = String(value);
    const isValid = FORMATS.get(normalize(format)) ?? (() => true);
    if (!isValid(text)) result.add(typeError(place, format, text));
    return result;
  },
};
