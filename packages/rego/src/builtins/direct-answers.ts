import { isPlainObject, isSet, type Value } from "../value/value.js";

/**
 * An answer that needs neither operands that are read one by one nor a context, for operands of the usual types; undefined: call
 * the builtin.
 */
export type DirectAnswer = (first: Value | undefined, second: Value | undefined) => Value | undefined;

/** Sums of integers up to here are exact in every release. */
const exact = 1_125_899_906_842_624;

const isSmall = (value: Value | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value < exact && value > -exact;

/** Answers for two small integers. */
export const ofIntegers =
  (answer: (left: number, right: number) => Value): DirectAnswer =>
  (left, right) =>
    isSmall(left) && isSmall(right) ? answer(left, right) : undefined;

/** Answers for two texts. */
export const ofTexts =
  (answer: (left: string, right: string) => Value): DirectAnswer =>
  (left, right) =>
    typeof left === "string" && typeof right === "string" ? answer(left, right) : undefined;

const isSimple = (value: Value | undefined): boolean => typeof value === "string" || typeof value === "boolean";

/** Whether two texts or booleans differ. */
export const differDirectly: DirectAnswer = (left, right) =>
  isSimple(left) && isSimple(right) ? left !== right : undefined;

/** The size of a collection. */
export const countDirectly: DirectAnswer = (value) => {
  if (Array.isArray(value)) return value.length;
  if (isSet(value)) return value.size;
  return isPlainObject(value) ? Object.keys(value).length : undefined;
};
