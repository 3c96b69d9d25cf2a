import { CelError } from "../cel-error.js";
import { type CelList, CelUint, type CelValue } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { runtimeType } from "../runtime-type.js";
import { printValue } from "./print-value.js";

const DEFAULT_PRECISION = 6;

/** Most digits behind the point that are written: Kubernetes sets no limit, JavaScript's is 100. */
const MAXIMUM_PRECISION = 100;

type Clause = (value: CelValue, precision: number, effort: Effort) => string | CelError;

const wrongType = (expectation: string, value: CelValue): CelError =>
  CelError.of(`error during formatting: ${expectation}, was given ${runtimeType(value).name}`);

const wholeNumber = (value: CelValue): bigint | undefined => {
  if (typeof value === "bigint") return value;
  return value instanceof CelUint ? value.value : undefined;
};

const decimal: Clause = (value) => {
  const number = wholeNumber(value);
  return number === undefined ? wrongType("decimal clause can only be used on integers", value) : String(number);
};

const SPECIAL: ReadonlyMap<CelValue, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

const real = (value: CelValue): number | undefined => (typeof value === "number" ? value : SPECIAL.get(value));

/** Numbers without digits are written as Go's localized printer writes them. */
const withoutDigits = (number: number): string | undefined => {
  if (Number.isNaN(number)) return "NaN";
  if (Number.isFinite(number)) return undefined;
  return number > 0 ? "∞" : "-∞";
};

const groupThousands = (text: string): string => {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Rounds half-way cases to the even digit, as Go does; JavaScript rounds them up. */
const roundToEven = (number: number, precision: number): string => {
  const scaled = Math.abs(number) * 10 ** precision;
  const below = Math.floor(scaled);
  const isHalfway = scaled - below === 0.5 && below % 2 === 0;
  return isHalfway ? ((Math.sign(number) * below) / 10 ** precision).toFixed(precision) : number.toFixed(precision);
};

const fixed: Clause = (value, precision) => {
  const number = real(value);
  if (number === undefined) return wrongType("fixed-point clause can only be used on doubles", value);
  return withoutDigits(number) ?? groupThousands(roundToEven(number, precision));
};

const SUPERSCRIPTS = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

const superscript = (exponent: number): string =>
  (exponent < 0 ? "⁻" : "") +
  [...String(Math.abs(exponent)).padStart(2, "0")].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");

/** The precision is not heeded here: Kubernetes takes it for a width. */
const scientific: Clause = (value) => {
  const number = real(value);
  if (number === undefined) return wrongType("scientific clause can only be used on doubles", value);
  const [mantissa = "", exponent = "0"] = number.toExponential(DEFAULT_PRECISION).split("e");
  return withoutDigits(number) ?? `${mantissa}×10${superscript(Number(exponent))}`;
};

const binary: Clause = (value) => {
  if (typeof value === "boolean") return value ? "1" : "0";
  const number = wholeNumber(value);
  if (number !== undefined) return number.toString(2);
  return wrongType("only integers and bools can be formatted as binary", value);
};

const octal: Clause = (value) => {
  const number = wholeNumber(value);
  return number?.toString(8) ?? wrongType("octal clause can only be used on integers", value);
};

const hexBytes = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const hexadecimal: Clause = (value) => {
  if (typeof value === "string") return hexBytes(new TextEncoder().encode(value));
  if (value instanceof Uint8Array) return hexBytes(value);
  const number = wholeNumber(value);
  if (number !== undefined) return number.toString(16);
  return wrongType("only integers, byte buffers, and strings can be formatted as hex", value);
};

const upperHexadecimal: Clause = (value, precision, effort) => {
  const text = hexadecimal(value, precision, effort);
  return typeof text === "string" ? text.toUpperCase() : text;
};

const text: Clause = (value, _precision, effort) => {
  const printed = printValue(value, effort);
  return printed instanceof CelError ? CelError.of(`error during formatting: ${printed.message}`) : printed;
};

const CLAUSES: ReadonlyMap<string, Clause> = new Map([
  ["s", text],
  ["d", decimal],
  ["f", fixed],
  ["e", scientific],
  ["b", binary],
  ["x", hexadecimal],
  ["X", upperHexadecimal],
  ["o", octal],
]);

const badClause = (message: string): CelError => CelError.of(`could not parse formatting clause: ${message}`);

interface ReadClause {
  readonly clause: Clause;
  readonly precision: number;
  readonly end: number;
}

/** Reads what follows a percent sign. */
const readClause = (format: string, start: number): ReadClause | CelError => {
  const digits = /^\.(\d*)/.exec(format.slice(start));
  const end = start + (digits?.[0].length ?? 0);
  if (end >= format.length) {
    return digits === null
      ? CelError.of("unexpected end of string")
      : badClause("error while parsing precision: could not find end of precision specifier");
  }
  const letter = format.charAt(end);
  const clause = CLAUSES.get(letter);
  const precision = digits === null ? DEFAULT_PRECISION : Number(digits[1] ?? "0");
  if (precision > MAXIMUM_PRECISION) {
    const limits = `precision ${precision} exceeds maximum allowed precision ${MAXIMUM_PRECISION}`;
    return badClause(`error while parsing precision: ${limits}`);
  }
  if (clause === undefined) return badClause(`unrecognized formatting clause "${letter}"`);
  return { clause, precision, end: end + 1 };
};

/**
 * `text.format(values)`: each clause of the text (`%s`, `%d`, `%.2f`, …) stands for the next value.
 *
 * @source google/cel-go, ext/formatting.go
 */
export const formatText = (format: string, values: CelList, effort: Effort): string | CelError => {
  let written = "";
  let next = 0;
  let position = 0;
  for (;;) {
    const percent = format.indexOf("%", position);
    if (percent === -1) return written + format.slice(position);
    written += format.slice(position, percent);
    if (format.charAt(percent + 1) === "%") {
      written += "%";
      position = percent + 2;
      continue;
    }
    const value = values.at(next);
    if (value === undefined) return CelError.of(`index ${next} out of range`);
    const read = readClause(format, percent + 1);
    if (read instanceof CelError) return read;
    const formatted = read.clause(value, read.precision, effort);
    if (formatted instanceof CelError) return formatted;
    written += formatted;
    position = read.end;
    next += 1;
  }
};
