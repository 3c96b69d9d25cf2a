import type { Judgement, KeywordFamily } from "./keyword-family.js";
import { ValidationResult, type ValueError, valueError } from "./validation-result.js";

/**
 * `maxLength`, `minLength` and `pattern`: the first that is not met is told.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/validator.go, stringValidator
 */
export const stringKeywords: KeywordFamily = {
  applies: ({ value }) => typeof value === "string",
  judge: (judgement) => {
    const result = new ValidationResult();
    const error = findError(judgement, String(judgement.value));
    if (error !== undefined) result.add(error);
    return result;
  },
};

const findError = ({ schema, place, context }: Judgement, text: string): ValueError | undefined => {
  const { maxLength, minLength, pattern } = schema;
  if (maxLength !== undefined && isLonger(text, maxLength)) return tooLong(place, maxLength);
  if (minLength !== undefined && !isLonger(text, minLength - 1)) {
    return valueError(place, text, `${place} in body should be at least ${minLength} chars long`);
  }
  if (pattern === undefined) return undefined;
  const compiled = context.patterns(pattern);
  const shown = compiled.ok ? pattern : `${pattern}, but pattern is invalid: ${compiled.error}`;
  if (compiled.ok && compiled.value.test(text)) return undefined;
  return valueError(place, text, `${place} in body should match '${shown}'`);
};

/** Characters are counted, of which one may take two units. */
const isLonger = (text: string, length: number): boolean => {
  if (length < 0) return true;
  if (text.length <= length) return false;
  let count = 0;
  for (const _character of text) if (++count > length) return true;
  return false;
};

/** The cluster counts characters, and speaks of bytes. */
const tooLong = (place: string, limit: number): ValueError => ({
  text: `${place} in body should be at most ${limit} chars long`,
  place,
  body: `Too long: ${limit < 0 ? "value is too long" : `may not be more than ${limit} ${limit === 1 ? "byte" : "bytes"}`}`,
});
