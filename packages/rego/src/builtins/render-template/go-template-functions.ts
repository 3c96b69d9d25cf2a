import { property, sizeOf } from "../../value/collection.js";
import { compare } from "../../value/compare.js";
import { isArray, isObjectValue, type Value } from "../../value/value.js";
import { escapeQuery } from "../encoding/url-query.js";
import type { FormatOperand } from "../format/format-operand.js";
import { FormatPrinter } from "../format/format-printer.js";
import { encodeUtf8 } from "../text/utf8.js";
import { TemplateFault } from "./go-template-tokens.js";
import { GoNumber, goTypeOf, isTrue, printed, type TemplateValue, textOf } from "./go-template-values.js";

type TemplateFunction = (values: readonly TemplateValue[]) => TemplateValue;

/** Whether templates may call a function. */
export const isTemplateFunction = (name: string): boolean => functions.has(name);

/**
 * Calls a function; of `and` and `or` only the number of operands is known here, since they do not look at all of them.
 *
 * @throws TemplateFault in Go's words, without the place
 */
export function callTemplateFunction(name: string, values: readonly TemplateValue[]): TemplateValue {
  const definition = functions.get(name);
  if (definition === undefined) throw new TemplateFault(`function ${JSON.stringify(name)} not defined`);
  const [least, call, most = least] = definition;
  if (values.length < least || values.length > most) {
    const wanted = most === least ? String(least) : `at least ${least}`;
    throw new TemplateFault(`wrong number of args for ${name}: want ${wanted} got ${values.length}`);
  }
  return call(values);
}

const any = Number.POSITIVE_INFINITY;

/** The least number of operands, what is done, and the largest number where it is another. */
const functions: ReadonlyMap<string, readonly [number, TemplateFunction, number?]> = new Map<
  string,
  readonly [number, TemplateFunction, number?]
>([
  ["and", [1, ([value]) => value, any]],
  ["or", [1, ([value]) => value, any]],
  ["not", [1, ([value]) => !isTrue(value)]],
  ["len", [1, ([value]) => new GoNumber(lengthOf(value), true)]],
  ["index", [1, ([collection, ...keys]) => keys.reduce(memberOf, collection), any]],
  ["eq", [1, ([value, ...others]) => isAmong(value, others), any]],
  ["ne", [2, ([left, right]) => !areEqual(left, right)]],
  ["lt", [2, ([left, right]) => order("lt", left, right) < 0]],
  ["le", [2, ([left, right]) => order("le", left, right) <= 0]],
  ["gt", [2, ([left, right]) => order("gt", left, right) > 0]],
  ["ge", [2, ([left, right]) => order("ge", left, right) >= 0]],
  ["print", [0, print, any]],
  ["println", [0, (values) => `${values.map(shown).join(" ")}\n`, any]],
  ["printf", [1, printf, any]],
  ["html", [0, (values) => print(values).replace(/[&<>"'\0]/g, (character) => entities.get(character) ?? ""), any]],
  ["urlquery", [0, (values) => escapeQuery(print(values)), any]],
]);

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&#34;"],
  ["'", "&#39;"],
  ["\0", "\uFFFD"],
]);

const failedCall = (name: string, problem: string): TemplateFault =>
  new TemplateFault(`error calling ${name}: ${problem}`);

function lengthOf(value: TemplateValue): number {
  const text = textOf(value);
  if (text !== undefined) return encodeUtf8(text).length;
  const size = isDocument(value) ? sizeOf(value) : undefined;
  if (size !== undefined) return size;
  throw failedCall("len", isMissing(value) ? "len of nil pointer" : `len of type ${goTypeOf(value)}`);
}

const isDocument = (value: TemplateValue): value is Value => value !== undefined && !(value instanceof GoNumber);

const isMissing = (value: TemplateValue): boolean => value === undefined || value === null;

function memberOf(collection: TemplateValue, key: TemplateValue): TemplateValue {
  if (!isDocument(collection) || collection === null) throw failedCall("index", "index of untyped nil");
  if (isArray(collection)) return itemOf(collection, key);
  if (typeof collection === "string")
    return itemOf(
      [...encodeUtf8(collection)].map((byte) => new GoNumber(byte, true)),
      key,
    );
  if (!isObjectValue(collection)) throw failedCall("index", `can't index item of type ${goTypeOf(collection)}`);
  if (typeof key === "string") return property(collection, key);
  throw failedCall("index", `value has type ${goTypeOf(key)}; should be string`);
}

function itemOf(items: readonly TemplateValue[], key: TemplateValue): TemplateValue {
  if (!(key instanceof GoNumber) || !key.isInteger)
    throw failedCall("index", `cannot index slice/array with type ${goTypeOf(key)}`);
  const item = items[key.value];
  if (item === undefined) throw failedCall("index", `index out of range: ${key.value}`);
  return item;
}

function isAmong(value: TemplateValue, others: readonly TemplateValue[]): boolean {
  if (others.length === 0) throw failedCall("eq", "missing argument for comparison");
  return others.some((other) => areEqual(value, other));
}

function areEqual(left: TemplateValue, right: TemplateValue): boolean {
  if (isMissing(left) || isMissing(right)) return isMissing(left) && isMissing(right);
  const [first, second] = [comparable("eq", left), comparable("eq", right)];
  if (kindOf(left) !== kindOf(right)) throw incompatible("eq", left, right);
  return first === second;
}

function order(name: string, left: TemplateValue, right: TemplateValue): number {
  const [first, second] = [comparable(name, left), comparable(name, right)];
  if (kindOf(left) !== kindOf(right)) throw incompatible(name, left, right);
  if (typeof first === "boolean") throw failedCall(name, "invalid type for comparison");
  if (typeof first === "string" && typeof second === "string") return compare(first, second);
  return Number(first) - Number(second);
}

function comparable(name: string, value: TemplateValue): string | number | boolean {
  if (typeof value === "boolean") return value;
  const basic = value instanceof GoNumber ? value.value : textOf(value);
  if (basic === undefined) throw failedCall(name, "invalid type for comparison");
  return basic;
}

const kindOf = (value: TemplateValue): string => (textOf(value) === undefined ? goTypeOf(value) : "text");

const incompatible = (name: string, left: TemplateValue, right: TemplateValue): TemplateFault =>
  failedCall(name, `incompatible types for comparison: ${goTypeOf(left)} and ${goTypeOf(right)}`);

/** The text of an operand: what is missing is `<nil>` here. */
const shown = (value: TemplateValue): string => (isMissing(value) ? "<nil>" : printed(value));

/** Puts spaces between operands of which neither is a string. */
function print(values: readonly TemplateValue[]): string {
  let text = "";
  for (const [index, value] of values.entries()) {
    const isApart = index > 0 && textOf(value) === undefined && textOf(values[index - 1]) === undefined;
    text += (isApart ? " " : "") + shown(value);
  }
  return text;
}

function printf([format, ...values]: readonly TemplateValue[]): string {
  if (typeof format !== "string")
    throw new TemplateFault(`wrong type for value; expected string; got ${goTypeOf(format)}`);
  // Longer ones would only make the text of one value huge.
  if (/\d{5,}|\*/.test(format)) throw failedCall("printf", "such widths are not available in this engine");
  return new FormatPrinter(format, values.map(formatOperand)).print();
}

function formatOperand(value: TemplateValue): FormatOperand {
  const typeName = goTypeOf(value);
  if (!(value instanceof GoNumber)) return { kind: "string", value: shown(value), typeName };
  if (value.isInteger) return { kind: "integer", value: BigInt(value.value), typeName };
  return { kind: "float", value: value.value, typeName };
}
