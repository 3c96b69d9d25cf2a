import { isJsonInteger } from "./json-integer.js";
import { isInteger64, type Judgement, type KeywordFamily } from "./keyword-family.js";
import { typeError, ValidationResult } from "./validation-result.js";

/**
 * `type`, with `nullable`, and what `format` says about the type.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/type.go
 */
export const typeKeyword: KeywordFamily = {
  applies: ({ types, format }) => types.length > 0 || format !== "",
  judge: (judgement) => {
    const result = new ValidationResult();
    const error = findError(judgement);
    if (error === undefined) result.matches++;
    else result.add(error);
    return result;
  },
};

const findError = (judgement: Judgement): ReturnType<typeof typeError> | undefined => {
  const { schema, types, format, value, place } = judgement;
  const expected = types.join(",");
  if (value === null) {
    const isRefused = types.length > 0 && !types.includes("null") && schema.nullable !== true;
    return isRefused ? typeError(place, expected, "null") : undefined;
  }
  const found = describeType(judgement);
  const fits = types.includes(found.type) || isCloseNumber(judgement, found.type);
  const hasText = typeof value === "string" || Array.isArray(value);
  if (format !== "" && !hasText && !fits && found.format !== format) return typeError(place, format, found.format);
  const isNumeric = types.includes("number") || types.includes("integer");
  if (format !== "" && hasText && !isNumeric) return undefined;
  return fits ? undefined : typeError(place, expected, found.type);
};

/** An integer is a number, and a double without a fraction is an integer. */
const isCloseNumber = ({ types, value }: Judgement, found: string): boolean => {
  if (found === "integer") return types.includes("number");
  return found === "number" && types.includes("integer") && isJsonInteger(Number(value));
};

const describeType = ({ value, context }: Judgement): { readonly type: string; readonly format: string } => {
  if (Array.isArray(value)) return { type: "array", format: "" };
  if (typeof value === "number" || typeof value === "bigint") {
    return isInteger64(value, context.numbers)
      ? { type: "integer", format: "int64" }
      : { type: "number", format: "float64" };
  }
  return { type: typeof value, format: "" };
};
