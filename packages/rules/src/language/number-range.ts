import * as z from "zod/mini";

/** A range of numbers, both ends included. */
export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A range as policies write it. */
export const rangeSchema = z.strictObject({ min: z.optional(z.int()), max: z.optional(z.int()) });

/** A range as Deckhouse's hook hands it on: a bound that is missing is zero, so that `{min: 1000}` admits nothing. */
export const completeRange = ({ min = 0, max = 0 }: NumberRange) => ({ min, max });

/** What a missing bound means where a range was not completed. */
export interface MissingBounds {
  readonly min: number;
  readonly max: number;
}

/** A range without one of its bounds admits nothing. */
export const MISSING_BOUND_CLOSES: MissingBounds = { min: Infinity, max: -Infinity };

/** A range without one of its bounds is open on that side. */
export const MISSING_BOUND_OPENS: MissingBounds = { min: -Infinity, max: Infinity };

/** Whether some range admits a number. */
export const isInRanges = (value: number | bigint, ranges: readonly NumberRange[], missing: MissingBounds): boolean =>
  ranges.some(({ min = missing.min, max = missing.max }) => min <= value && value <= max);
