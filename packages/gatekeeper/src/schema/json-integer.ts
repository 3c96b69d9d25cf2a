/** How far a double may be from an integer, relative to its size, to be taken for one. */
const EPSILON = 1e-9;

/**
 * Whether a double is taken for an integer: within 2^53, and whole but for a rounding error.
 *
 * @source github.com/go-openapi/swag, IsFloat64AJSONInteger
 */
export const isJsonInteger = (value: number): boolean => {
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const whole = Math.trunc(value);
  if (whole === value) return true;
  // Go's conversion to an unsigned integer has no result below zero, and a fraction below one is compared with nothing.
  if (whole <= 0) return false;
  return (value - whole) / (value + whole) < EPSILON;
};
