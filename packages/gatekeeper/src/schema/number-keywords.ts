import type { Json } from "@ostiary/core";
import { printGoValue } from "../mutation/go-value.js";
import { Double } from "../mutation/working-value.js";
import { isNumberFormat } from "./format-keyword.js";
import { isJsonInteger } from "./json-integer.js";
import { isInteger64, type Judgement, type KeywordFamily } from "./keyword-family.js";
import { looseError, ValidationResult, type ValueError, valueError } from "./validation-result.js";

/**
 * `multipleOf`, `maximum` and `minimum`, and whether values and limits fit into the type. A limit that does not is an error,
 * and holds all the same.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/validator.go, numberValidator
 */
export const numberKeywords: KeywordFamily = {
  applies: ({ value }) => typeof value === "number" || typeof value === "bigint",
  judge: (judgement) => {
    const { schema, value } = judgement;
    const result = new ValidationResult();
    addAll(result, rangeErrors(judgement, value, "Checked"));
    addAll(result, limitErrors(judgement, schema.multipleOf, "MultipleOf", judgeMultiple));
    addAll(result, limitErrors(judgement, schema.minimum, "Minimum boundary", judgeMinimum));
    addAll(result, limitErrors(judgement, schema.maximum, "Maximum boundary", judgeMaximum));
    result.matches++;
    return result;
  },
};

const addAll = (result: ValidationResult, errors: readonly ValueError[]): void => {
  for (const error of errors) result.add(error);
};

/** Limits of the formats of integers; without one it is that of 64 bits. */
const INTEGER_LIMITS: ReadonlyMap<string, number> = new Map([["int32", 2 ** 31]]);
const LARGEST_FLOAT = 3.4028234663852886e38;

const rangeErrors = (judgement: Judgement, value: Json, what: string): readonly ValueError[] => {
  const { types, place } = judgement;
  const [type] = types;
  if (type === undefined || types.length > 1) return [];
  const format = isNumberFormat(judgement.format, type) ? judgement.format : "";
  if (fitsType(Number(value), type, format)) return [];
  const expected = format === "" ? `${type} (default format)` : `${type} with format ${format}`;
  return [looseError(`${what} value must be of type ${expected} in ${place}`)];
};

const fitsType = (value: number, type: string, format: string): boolean => {
  if (type === "number") return format !== "float" || Math.abs(value) <= LARGEST_FLOAT;
  if (type !== "integer") return true;
  const limit = INTEGER_LIMITS.get(format) ?? 2 ** 63;
  return Number.isInteger(value) && value >= -limit && value < limit;
};

/** As messages show it: what is not compared as an integer is a double. */
const shown = (number: Json, isInteger: boolean): Json | Double => (isInteger ? number : new Double(Number(number)));

type JudgeLimit = (judgement: Judgement, limit: number, isInteger: boolean) => ValueError | undefined;

const limitErrors = (
  judgement: Judgement,
  limit: number | undefined,
  what: string,
  judge: JudgeLimit,
): readonly ValueError[] => {
  if (limit === undefined) return [];
  const misfits = rangeErrors(judgement, limit, what);
  // Integers are compared with the limit cut to an integer, unless the limit is none of the type.
  const isInteger = misfits.length === 0 && isInteger64(judgement.value, judgement.context.numbers);
  const error = judge(judgement, isInteger ? Math.trunc(limit) : limit, isInteger);
  return error === undefined ? misfits : [...misfits, error];
};

const judgeMaximum: JudgeLimit = (judgement, limit, isInteger) => {
  const isExclusive = judgement.schema.exclusiveMaximum === true;
  const value = Number(judgement.value);
  if (value < limit || (!isExclusive && value === limit)) return undefined;
  return limitError(judgement, isExclusive ? "less than" : "less than or equal to", limit, isInteger);
};

const judgeMinimum: JudgeLimit = (judgement, limit, isInteger) => {
  const isExclusive = judgement.schema.exclusiveMinimum === true;
  const value = Number(judgement.value);
  if (value > limit || (!isExclusive && value === limit)) return undefined;
  return limitError(judgement, isExclusive ? "greater than" : "greater than or equal to", limit, isInteger);
};

const limitError = ({ value, place }: Judgement, relation: string, limit: number, isInteger: boolean): ValueError => {
  const words = printGoValue(shown(limit, isInteger));
  return valueError(place, shown(value, isInteger), `${place} in body should be ${relation} ${words}`);
};

const judgeMultiple: JudgeLimit = ({ value, place }, factor, isInteger) => {
  const limit = shown(factor, isInteger);
  const words = printGoValue(limit);
  if (factor <= 0)
    return valueError(place, limit, `factor MultipleOf declared for ${place} must be positive: ${words}`);
  const number = Number(value);
  const quotient = factor < 1 ? (1 / factor) * number : number / factor;
  const isMultiple = isInteger ? number % factor === 0 : isJsonInteger(quotient);
  return isMultiple
    ? undefined
    : valueError(place, shown(value, isInteger), `${place} in body should be a multiple of ${words}`);
};
