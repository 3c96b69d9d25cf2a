import { membersOf, objectEntries } from "../../value/collection.js";
import { isArray, isSet, type Value } from "../../value/value.js";
import { truncate } from "../../value/wide-float.js";
import { floatFrom } from "../../value/wide-float-reader.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { ofTexts } from "../direct-answers.js";
import type { Operands } from "../operands.js";
import { countCodePoints, hasPairs, sliceCodePoints } from "./code-points.js";
import { toLower, toUpper } from "./letter-case.js";
import { replaceAll, replaceFirstMatching } from "./replace.js";

const affixes = "search: string|array[string]|set[string], base: string|array[string]|set[string] -> result: boolean";

/** Builtins of strings, but for `sprintf`, trimming and patterns. */
export const stringBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "concat",
    signature: "delimiter: string, collection: array[string]|set[string] -> output: string",
    call: concat,
  },
  {
    name: "contains",
    signature: "haystack: string, needle: string -> result: boolean",
    direct: /* @__PURE__ */ ofTexts((text, part) => text.includes(part)),
    call: contains,
  },
  {
    name: "startswith",
    signature: "search: string, base: string -> result: boolean",
    direct: /* @__PURE__ */ ofTexts((text, part) => text.startsWith(part)),
    call: (operands) => operands.string(1).startsWith(operands.string(2)),
  },
  {
    name: "endswith",
    signature: "search: string, base: string -> result: boolean",
    direct: /* @__PURE__ */ ofTexts((text, part) => text.endsWith(part)),
    call: (operands) => operands.string(1).endsWith(operands.string(2)),
  },
  { name: "format_int", signature: "number: number, base: number -> output: string", call: formatInteger },
  { name: "indexof", signature: "haystack: string, needle: string -> output: number", call: indexOf },
  { name: "indexof_n", signature: "haystack: string, needle: string -> output: array[number]", call: indexesOf },
  { name: "lower", signature: "x: string -> y: string", call: (operands) => toLower(operands.string(1)) },
  { name: "upper", signature: "x: string -> y: string", call: (operands) => toUpper(operands.string(1)) },
  { name: "replace", signature: "x: string, old: string, new: string -> y: string", call: replace },
  { name: "split", signature: "x: string, delimiter: string -> ys: array[string]", call: split },
  { name: "substring", signature: "value: string, offset: number, length: number -> output: string", call: substring },
  { name: "strings.any_prefix_match", signature: affixes, call: (operands) => anyMatch(operands, isPrefix) },
  { name: "strings.any_suffix_match", signature: affixes, call: (operands) => anyMatch(operands, isSuffix) },
  { name: "strings.count", signature: "search: string, substring: string -> output: number", call: countOccurrences },
  {
    name: "strings.replace_n",
    signature: "patterns: object[string: string], value: string -> output: string",
    call: replaceMany,
  },
  { name: "strings.reverse", signature: "x: string -> y: string", call: reverse },
];

function concat(operands: Operands, context: BuiltinContext): string {
  const delimiter = operands.string(1);
  const parts = stringMembers(operands, 2, operands.value(2), ["set", "array"]);
  checkLength(
    parts.reduce((sum, part) => sum + part.length + delimiter.length, 0),
    context,
  );
  return parts.join(delimiter);
}

/** The members of an array or set of strings. */
function stringMembers(
  operands: Operands,
  position: number,
  collection: Value,
  expected: readonly string[],
): readonly string[] {
  if (!isArray(collection) && !isSet(collection)) throw operands.mismatch(position, collection, ...expected);
  return membersOf(collection).map((member) => {
    if (typeof member === "string") return member;
    throw operands.memberMismatch(position, collection, member, "string");
  });
}

/** Counts the work of making a text, and refuses one that is too long. */
export function checkLength(length: number, context: BuiltinContext): void {
  if (length > context.limits.stringLength) context.exceed("stringLength");
  context.charge(Math.ceil(length / 64));
}

function contains(operands: Operands): boolean {
  return operands.string(1).includes(operands.string(2));
}

const digitsOfBase: ReadonlyMap<number, number> = new Map([
  [2, 2],
  [8, 8],
  [10, 10],
  [16, 16],
]);

function formatInteger(operands: Operands): string {
  const number = operands.number(1);
  const base = operands.value(2);
  const radix = typeof base === "number" ? digitsOfBase.get(base) : undefined;
  if (radix === undefined) {
    operands.number(2);
    throw operands.typeFault("operand 2 must be one of {2, 8, 10, 16}");
  }
  const integer = truncate(floatFrom(number));
  return integer.toString(radix);
}

function indexOf(operands: Operands): number {
  const [haystack, needle] = haystackAndNeedle(operands);
  const index = haystack.indexOf(needle);
  return index < 0 ? -1 : countCodePoints(haystack.slice(0, index));
}

function indexesOf(operands: Operands, context: BuiltinContext): readonly number[] {
  const [haystack, needle] = haystackAndNeedle(operands);
  context.charge(Math.ceil(haystack.length / 64));
  const indexes: number[] = [];
  let [position, codePoints] = [0, 0];
  for (let index = haystack.indexOf(needle); index >= 0; index = haystack.indexOf(needle, index + 1)) {
    codePoints += countCodePoints(haystack.slice(position, index));
    position = index;
    indexes.push(codePoints);
  }
  return indexes;
}

function haystackAndNeedle(operands: Operands): readonly [string, string] {
  const [haystack, needle] = [operands.string(1), operands.string(2)];
  if (needle === "") throw operands.fault("empty search character");
  return [haystack, needle];
}

function replace(operands: Operands, context: BuiltinContext): string {
  const [text, old, replacement] = [operands.string(1), operands.string(2), operands.string(3)];
  return replaceAll(text, old, replacement, (length) => checkLength(length, context));
}

/** An empty delimiter splits into code points. */
function split(operands: Operands, context: BuiltinContext): readonly string[] {
  const [text, delimiter] = [operands.string(1), operands.string(2)];
  const parts = delimiter === "" ? Array.from(text) : text.split(delimiter);
  context.charge(parts.length);
  return parts;
}

/** A negative length reaches to the end. */
function substring(operands: Operands): string {
  const text = operands.string(1);
  const start = operands.integer(2);
  const length = operands.integer(3);
  if (start < 0) throw operands.fault("negative offset");
  return sliceCodePoints(text, start, length < 0 ? Number.MAX_SAFE_INTEGER : start + length);
}

type Affix = (text: string, affix: string) => boolean;

const isPrefix: Affix = (text, affix) => text.startsWith(affix);
const isSuffix: Affix = (text, affix) => text.endsWith(affix);

function anyMatch(operands: Operands, matches: Affix): boolean {
  const [texts, affixes] = [stringOrStrings(operands, 1), stringOrStrings(operands, 2)];
  return texts.some((text) => affixes.some((affix) => matches(text, affix)));
}

function stringOrStrings(operands: Operands, position: number): readonly string[] {
  const value = operands.value(position);
  return typeof value === "string" ? [value] : stringMembers(operands, position, value, ["string", "set", "array"]);
}

/** Occurrences that do not overlap; the empty text occurs before, between and after all code points. */
function countOccurrences(operands: Operands): number {
  const [text, part] = [operands.string(1), operands.string(2)];
  return part === "" ? countCodePoints(text) + 1 : text.split(part).length - 1;
}

function replaceMany(operands: Operands, context: BuiltinContext): string {
  const patterns: (readonly [string, string])[] = [];
  const object = operands.object(1);
  const text = operands.string(2);
  for (const [key, value] of objectEntries(object)) {
    if (typeof key !== "string") throw operands.typeFault("operand 1 non-string key found in pattern object");
    if (typeof value !== "string") throw operands.typeFault("operand 1 non-string value found in pattern object");
    patterns.push([key, value]);
  }
  return replaceFirstMatching(text, patterns, (length) => checkLength(length, context));
}

function reverse(operands: Operands): string {
  const text = operands.string(1);
  return (hasPairs(text) ? Array.from(text) : text.split("")).reverse().join("");
}
