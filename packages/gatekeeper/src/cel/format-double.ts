/** From this decimal exponent on, and below the other, Go writes a number with its exponent. */
const LARGE_EXPONENT = 6;
const SMALL_EXPONENT = -4;

/** Writes a double as Go's `%g` does: the fewest digits that say which it is, `1e+06`, `NaN`, `+Inf`. */
export const formatDouble = (value: number): string => {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "", exponentText = "0"] = Math.abs(value).toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent >= SMALL_EXPONENT && exponent < LARGE_EXPONENT) return sign + String(Math.abs(value));
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
};
