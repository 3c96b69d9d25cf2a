import { membersOf } from "../../value/collection.js";
import { jsonEntries } from "../../value/json-text.js";
import { isIntegerText, isNumber, numberText, type RegoNumber } from "../../value/number.js";
import { isArray, isCollection, isSet, type Value } from "../../value/value.js";
import { generalForm } from "../format/float-forms.js";
import { compareNaturally } from "../text/natural-order.js";
import { writeYamlText } from "./yaml-text.js";

/** Nesting beyond this is refused, as it exhausts readers too. */
const maximumDepth = 1_000;

/** The YAML of a value in block style: sets are sequences, keys are texts in natural order. Undefined: nested too deeply. */
export function writeYaml(value: Value): string | undefined {
  const text = node(value, { indent: 0, column: 0, depth: 0 });
  return text === undefined ? undefined : `${text}\n`;
}

/** Where a node is written. */
interface Place {
  /** The indent of a block's further lines. */
  readonly indent: number;
  /** The column at which the node begins. */
  readonly column: number;
  readonly depth: number;
}

/** A node, its first line without indent. */
function node(value: Value, place: Place): string | undefined {
  if (!isCollection(value)) return scalar(value, place);
  if (place.depth > maximumDepth) return undefined;
  if (isArray(value) || isSet(value)) return sequence(membersOf(value), place);
  return mapping(jsonEntries(value), place);
}

function sequence(members: readonly Value[], { indent, depth }: Place): string | undefined {
  if (members.length === 0) return "[]";
  const inside = { indent: indent + 2, column: indent + 2, depth: depth + 1 };
  return lines(
    members.map((member) => prefixed("- ", node(member, inside))),
    indent,
  );
}

function mapping(entries: readonly (readonly [string, Value])[], { indent, depth }: Place): string | undefined {
  if (entries.length === 0) return "{}";
  const sorted = [...entries].sort(([left], [right]) => compareNaturally(left, right));
  return lines(
    sorted.map(([key, member]) => entry(key, member, { indent, column: indent, depth: depth + 1 })),
    indent,
  );
}

/** Blocks stand on lines of their own, sequences at the indent of the key. */
function entry(key: string, value: Value, place: Place): string | undefined {
  const label = `${writeYamlText(key, { isKey: true, column: place.column, indent: place.indent })}:`;
  const isBlock = isCollection(value) && !isEmpty(value);
  const indent = isArray(value) || isSet(value) ? place.indent : place.indent + 2;
  if (!isBlock)
    return prefixed(
      `${label} `,
      node(value, { ...place, indent: place.indent + 2, column: place.column + label.length + 1 }),
    );
  return prefixed(`${label}\n${" ".repeat(indent)}`, node(value, { indent, column: indent, depth: place.depth }));
}

const isEmpty = (value: Value): boolean => {
  if (isArray(value)) return value.length === 0;
  if (isSet(value)) return value.size === 0;
  return isCollection(value) && jsonEntries(value).length === 0;
};

const prefixed = (prefix: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : prefix + text;

function lines(texts: readonly (string | undefined)[], indent: number): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join(`\n${" ".repeat(indent)}`);
}

function scalar(value: Value, { indent, column }: Place): string {
  // A block of lines at the top is indented like one inside a map.
  if (typeof value === "string") return writeYamlText(value, { isKey: false, column, indent: Math.max(indent, 2) });
  return isNumber(value) ? number(value) : String(value);
}

/**
 * A number as the encoder has read it from JSON: integers of 64 bits are exact, others doubles, and what is too large for
 * a double is a text.
 */
function number(value: RegoNumber): string {
  const text = numberText(value);
  const double = Number(text);
  const isText = !Number.isFinite(double) || (isIntegerText(value) && isMachineInteger(BigInt(text)));
  return isText ? text : (double < 0 ? "-" : "") + generalForm(Math.abs(double), undefined);
}

const isMachineInteger = (integer: bigint): boolean =>
  BigInt.asIntN(64, integer) === integer || BigInt.asUintN(64, integer) === integer;
