import { isIntegerNotation, type ScalarValue } from "./plain-scalar.js";

const INT64_MAXIMUM = 2n ** 63n - 1n;
/** Go's `%g` with the fewest digits writes an exponent from here on. */
const EXPONENT_FROM = 6;

const exponentText = (exponent: number): string => {
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${exponent < 0 ? "-" : "+"}${digits}`;
};

/** The shortest decimal digits that give back the same 32-bit float, with an exponent: nine are always enough. */
const shortestFloat32 = (value: number): string => {
  const single = Math.fround(value);
  let text = single.toExponential(0);
  for (let digits = 1; Math.fround(Number(text)) !== single; digits++) text = single.toExponential(digits);
  return text;
};

const formatFloat32 = (value: number): string => {
  if (Number.isNaN(value)) return ".nan";
  if (Object.is(Math.fround(value), -0)) return "-0";
  if (!Number.isFinite(Math.fround(value))) return value < 0 ? "-.inf" : ".inf";
  const shortest = shortestFloat32(value);
  const [mantissa = "0", exponentDigits = "0"] = shortest.split("e");
  const exponent = Number(exponentDigits);
  if (exponent < -4 || exponent >= EXPONENT_FROM) return `${mantissa}e${exponentText(exponent)}`;
  return Number(shortest).toString();
};

/**
 * Turns the key of a YAML mapping into a JSON key as sigs.k8s.io/yaml does: floats are printed with the digits of a
 * 32-bit float.
 *
 * @param key - the resolved key
 * @param text - the key as written: an integer and a float of the same value give different texts
 * @returns the JSON key, or `undefined` for keys that Kubernetes refuses: null, and integers beyond 63 bits
 */
export const mapKeyText = (key: ScalarValue, text: string): string | undefined => {
  if (key === null) return undefined;
  if (typeof key === "bigint" && key > INT64_MAXIMUM) return undefined;
  if (typeof key !== "number") return String(key);
  return Number.isSafeInteger(key) && isIntegerNotation(text) ? String(key) : formatFloat32(key);
};
