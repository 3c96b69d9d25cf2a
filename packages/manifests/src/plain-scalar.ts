/** What an unquoted scalar can stand for. */
export type ScalarValue = null | boolean | number | bigint | string;

const WORDS: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

/** Only scalars that begin so can be anything but a string; most scalars of a manifest stop here. */
const MAY_BE_WORD = /^[yYnNtTfFoO~.+-]/;
const MAY_BE_NUMBER = /^[-+.0-9]/;

const INTEGER = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|[1-9][0-9]*|0)|0([0-7]+))$/;
/** Go's fallback for `0b` hands what follows it to a parser that takes a sign. */
const SIGNED_AFTER_PREFIX = /^0b([-+])([01]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const INT64_MINIMUM = -(2n ** 63n);
const INT64_MAXIMUM = 2n ** 63n - 1n;
const UINT64_MAXIMUM = 2n ** 64n - 1n;
const SAFE_DIGITS = 15;
/** More than any integer of 64 bits needs, in base 2 with its prefix; what is longer is not worth computing. */
const MOST_DIGITS = 80;

const narrowed = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

/** `undefined` where Go's 64-bit parsers overflow: the text may still be a float then. */
const resolveInteger = (text: string): number | bigint | undefined => {
  const match = INTEGER.exec(text);
  if (match === null) return undefined;
  const [, sign = "", notation, octalDigits] = match;
  if (text.length > MOST_DIGITS) return undefined;
  if (notation !== undefined && text.length <= SAFE_DIGITS && (sign === "" || notation.length < 2)) return Number(text);
  const magnitude = BigInt(octalDigits === undefined ? (notation ?? "0") : `0o${octalDigits}`);
  const value = sign === "-" ? -magnitude : magnitude;
  const maximum = sign === "" ? UINT64_MAXIMUM : INT64_MAXIMUM;
  return value >= INT64_MINIMUM && value <= maximum ? narrowed(value) : undefined;
};

const resolveNumber = (text: string): number | bigint | undefined => {
  const digits = text.startsWith(".") ? text : text.replaceAll("_", "");
  const integer = resolveInteger(digits);
  if (integer !== undefined) return integer;
  if (FLOAT.test(digits)) {
    const float = Number(digits);
    return Number.isFinite(float) ? float : undefined;
  }
  const signed = SIGNED_AFTER_PREFIX.exec(digits);
  if (signed === null) return undefined;
  return resolveInteger(`${signed[1]}0b${signed[2]}`);
};

/**
 * Resolves an unquoted scalar without a tag as Kubernetes does (go-yaml v2, `resolve`): YAML 1.1 words, integers with
 * underscores and in base 2, 8 and 16 (`0755` is octal), floats. Timestamps and base 60 stay strings; integers of more
 * than 64 bits become floats, floats out of range stay strings.
 *
 * @param text - the scalar's text
 * @returns its value: `bigint` beyond 2^53; not a number, or infinite, where the text says so
 */
export const resolvePlainScalar = (text: string): ScalarValue => {
  if (text === "" || MAY_BE_WORD.test(text)) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  if (!MAY_BE_NUMBER.test(text)) return text;
  return resolveNumber(text) ?? text;
};

/** Whether an unquoted scalar is a number in YAML 1.1's octal notation, which later versions read as decimal. */
export const isOctalNotation = (text: string): boolean => /^[-+]?0_*[0-7][0-7_]*$/.test(text);

/** Whether an unquoted scalar is written as an integer, in any base. */
export const isIntegerNotation = (text: string): boolean => INTEGER.test(text.replaceAll("_", ""));
