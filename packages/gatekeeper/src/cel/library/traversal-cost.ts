import { CelList, CelMap, CelOptional, type CelValue } from "../cel-value.js";

/** What going through one character costs. */
const CHARACTER_COST = 0.1;

/** What one character of a pattern counts for. */
const PATTERN_COST = 0.25;

/**
 * The size of a value as the cost limit counts it: characters, bytes, elements; 1 for what has no size.
 *
 * @source google/cel-go, interpreter/runtimecost.go, actualSize
 */
export const sizeOf = (value: CelValue | undefined): number => {
  if (typeof value === "string" || value instanceof Uint8Array) return value.length;
  if (value instanceof CelList || value instanceof CelMap) return value.size;
  return value instanceof CelOptional && value.value !== undefined ? sizeOf(value.value) : 1;
};

/** The cost of going through some values a number of times, as through texts. */
export const traversalCost = (values: readonly (CelValue | undefined)[], times = 1): number =>
  Math.ceil(values.reduce((sum: number, value) => sum + sizeOf(value), 0) * times * CHARACTER_COST);

/** The cost of matching a text by a pattern. */
export const patternCost = ([text, pattern]: readonly CelValue[]): number =>
  Math.ceil((1 + sizeOf(text)) * CHARACTER_COST) * Math.ceil(sizeOf(pattern) * PATTERN_COST);

/** The cost of one look at each element of a list. */
export const elementCost = ([list]: readonly CelValue[]): number => sizeOf(list);

/** The cost of comparing every element of a list with every one of another. */
export const productCost = ([one, other]: readonly CelValue[]): number => 1 + sizeOf(one) * sizeOf(other);
