import { membersOf, objectEntries } from "../../value/collection.js";
import { jsonKey } from "../../value/json-text.js";
import { RegoObject } from "../../value/object.js";
import { compareText } from "../../value/text-order.js";
import { isArray, isSet, type Value } from "../../value/value.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";

/** Builtins of the query part of URLs. */
export const urlQueryBuiltins: readonly BuiltinDefinition[] = [
  { name: "urlquery.encode", signature: "x: string -> y: string", call: (operands) => escapeQuery(operands.string(1)) },
  {
    name: "urlquery.decode",
    signature: "x: string -> y: string",
    call: (operands) => unescapeQuery(operands.string(1), operands),
  },
  {
    name: "urlquery.encode_object",
    signature: "object: object[string: string|array[string]|set[string]] -> y: string",
    call: encodeObject,
  },
  {
    name: "urlquery.decode_object",
    signature: "x: string -> object: object[string: array[string]]",
    call: decodeObject,
  },
];

/** As Go's `QueryEscape`: a space is a plus, everything but letters, digits and `-_.~` is escaped byte by byte. */
export const escapeQuery = (text: string): string =>
  Array.from(encodeUtf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (character === " ") return "+";
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");

function unescapeQuery(text: string, operands: Operands): string {
  const wrong = /%(?![\da-f]{2}).{0,2}/is.exec(text);
  if (wrong !== null) throw operands.fault(`invalid URL escape "${wrong[0]}"`);
  if (!text.includes("%")) return text.replaceAll("+", " ");
  const bytes = encodeUtf8(text.replaceAll("+", " "));
  const decoded: number[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const isEscape = byte === 0x25;
    decoded.push(isEscape ? Number.parseInt(String.fromCharCode(...bytes.slice(index + 1, index + 3)), 16) : byte);
    if (isEscape) index += 2;
  }
  return decodeUtf8(Uint8Array.from(decoded));
}

function encodeObject(operands: Operands): string {
  const pairs = Array.from(
    objectEntries(operands.object(1)),
    ([key, value]) => [jsonKey(key), valuesOf(value, operands)] as const,
  );
  return pairs
    .sort(([left], [right]) => compareText(left, right))
    .flatMap(([key, values]) => values.map((value) => `${escapeQuery(key)}=${escapeQuery(value)}`))
    .join("&");
}

function valuesOf(value: Value, operands: Operands): readonly string[] {
  const values = isArray(value) || isSet(value) ? membersOf(value) : [value];
  return values.map((member) => {
    if (typeof member === "string") return member;
    throw operands.typeFault("operand 1 values must be string, array[string], or set[string]");
  });
}

function decodeObject(operands: Operands): Value {
  const text = operands.string(1);
  const values = new Map<string, string[]>();
  for (const pair of text.split("&")) {
    if (pair.includes(";")) throw operands.fault("invalid semicolon separator in query");
    if (pair === "") continue;
    const [key = "", ...rest] = pair.split("=");
    const name = unescapeQuery(key, operands);
    const value = unescapeQuery(rest.join("="), operands);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return new RegoObject(values);
}
