const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/** Whether a number fits an `int`. */
export const isInt64 = (value: bigint): boolean => value >= MIN_INT64 && value <= MAX_INT64;

/** Whether a number fits a `uint`. */
export const isUint64 = (value: bigint): boolean => value >= 0n && value <= MAX_UINT64;
