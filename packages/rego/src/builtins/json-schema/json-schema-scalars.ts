import { compareNumbers, decimalFrom, type RegoNumber } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import type { Schema } from "./json-schema-model.js";
import { normalText } from "./json-schema-text.js";
import type { DocumentPlace, SchemaVerdict } from "./json-schema-verdict.js";

/** Adds what the keywords of all types find. */
export function judgeCommon(schema: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  const field = place.field === "" ? "(Root)" : place.field;
  if (schema.const !== undefined && schema.const !== normalText(value))
    verdict.report(place, "const", `${field} does not match: ${schema.const}`);
  if (schema.enum.length > 0 && !schema.enum.includes(normalText(value)))
    verdict.report(place, "enum", `${field} must be one of the following: ${schema.enum.join(", ")}`);
  if (schema.format !== undefined && typeof value === "string" && !schema.format.accepts(value))
    verdict.report(place, "format", `Does not match format '${schema.format.name}'`);
  verdict.score += 1;
}

/** Adds what the keywords of strings find. */
export function judgeString(schema: Schema, text: string, place: DocumentPlace, verdict: SchemaVerdict): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  const length = minLength === 0 && maxLength === Number.POSITIVE_INFINITY ? 0 : lengthOf(text);
  if (length < minLength)
    verdict.report(place, "string_gte", `String length must be greater than or equal to ${minLength}`);
  if (length > maxLength)
    verdict.report(place, "string_lte", `String length must be less than or equal to ${maxLength}`);
  if (pattern !== undefined && !pattern.regex.test(text))
    verdict.report(place, "pattern", `Does not match pattern '${pattern.source}'`);
  verdict.score += 1;
}

/** The number of code points. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Adds what the keywords of numbers find. */
export function judgeNumber(schema: Schema, value: RegoNumber, place: DocumentPlace, verdict: SchemaVerdict): void {
  const { multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum } = schema;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf))
    verdict.report(place, "multiple_of", `Must be a multiple of ${generalText(multipleOf)}`);
  if (maximum !== undefined && compareNumbers(value, maximum) > 0)
    verdict.report(place, "number_lte", `Must be less than or equal to ${generalText(maximum)}`);
  if (exclusiveMaximum !== undefined && compareNumbers(value, exclusiveMaximum) >= 0)
    verdict.report(place, "number_lt", `Must be less than ${generalText(exclusiveMaximum)}`);
  if (minimum !== undefined && compareNumbers(value, minimum) < 0)
    verdict.report(place, "number_gte", `Must be greater than or equal to ${generalText(minimum)}`);
  if (exclusiveMinimum !== undefined && compareNumbers(value, exclusiveMinimum) <= 0)
    verdict.report(place, "number_gt", `Must be greater than ${generalText(exclusiveMinimum)}`);
  verdict.score += 1;
}

/** All digits in Go's general form: with an exponent when it is less than -4 or more than 5. */
function generalText(value: RegoNumber): string {
  const { digits, exponent } = decimalFrom(value);
  const [sign, text] = [digits < 0n ? "-" : "", String(digits < 0n ? -digits : digits)];
  const power = digits === 0n ? 0 : text.length - 1 + exponent;
  if (power >= -4 && power < 6) return sign + withPoint(text, power);
  const fraction = text.length > 1 ? `.${text.slice(1)}` : "";
  return `${sign}${text.charAt(0)}${fraction}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function withPoint(digits: string, power: number): string {
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  return digits.length > power + 1 ? `${whole}.${digits.slice(power + 1)}` : whole;
}

/** Exact; the work is bounded by the digits that are written. */
function isMultiple(value: RegoNumber, unit: RegoNumber): boolean {
  const [dividend, divisor] = [decimalFrom(value), decimalFrom(unit)];
  if (dividend.digits === 0n) return true;
  const shift = dividend.exponent - divisor.exponent;
  if (shift >= 0) return (dividend.digits * powerOf10(shift, divisor.digits)) % divisor.digits === 0n;
  // Without trailing zeros, digits have so many factors of ten only where they are that long.
  if (-shift > dividend.digits.toString().length) return false;
  return dividend.digits % (divisor.digits * 10n ** BigInt(-shift)) === 0n;
}

/** A power of ten modulo a number. */
function powerOf10(exponent: number, modulus: bigint): bigint {
  let [result, base] = [1n, 10n];
  for (let rest = BigInt(exponent); rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}
