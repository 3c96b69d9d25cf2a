import { hashKey } from "../value/hash-key.js";
import { numberFromBigInt } from "../value/number.js";
import { RegoObject } from "../value/object.js";
import type { Value } from "../value/value.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

/** Builtins of UUIDs. */
export const uuidBuiltins: readonly BuiltinDefinition[] = [
  { name: "uuid.parse", signature: "uuid: string -> result: object[string: any]", call: parse },
  { name: "uuid.rfc4122", signature: "k: string -> output: string", impure: "uuid", call: generate },
];

/** The same key gives the same UUID within one evaluation. */
function generate(operands: Operands, context: BuiltinContext): string {
  const key = `uuid.rfc4122:${String(hashKey(operands.value(1)))}`;
  const known = context.memory.get(key);
  if (typeof known === "string") return known;
  if (context.uuid === undefined) throw operands.fault("needs a source of UUIDs: pass `uuid`");
  const result = context.uuid();
  context.memory.set(key, result);
  return result;
}

/** What a UUID says about itself; no result for a text that is none. */
function parse(operands: Operands): Value | undefined {
  const digits = digitsOf(operands.string(1));
  if (digits === undefined) return undefined;
  const bytes = Array.from({ length: 16 }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
  const version = Number.parseInt(digits.charAt(12), 16);
  const result = new RegoObject([
    ["variant", variantOf(bytes[8] ?? 0)],
    ["version", version],
  ]);
  if (version === 1 || version === 2) addTimeFields(result, digits, bytes);
  if (version === 2) addDomain(result, digits, bytes);
  return result;
}

/** Four spellings: with dashes, without, after `urn:uuid:`, and between two characters, which should be braces. */
function digitsOf(text: string): string | undefined {
  const plain = /^urn:uuid:.{36}$/is.test(text) ? text.slice(9) : text;
  const inner = plain.length === 38 ? plain.slice(1, -1) : plain;
  const isDashed = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(inner);
  return isDashed || /^[\da-f]{32}$/i.test(plain) ? inner.replaceAll("-", "").toLowerCase() : undefined;
}

function variantOf(byte: number): string {
  if ((byte & 0xc0) === 0x80) return "RFC4122";
  if ((byte & 0xe0) === 0xc0) return "Microsoft";
  return (byte & 0xe0) === 0xe0 ? "Future" : "Reserved";
}

/** From the start of the Gregorian calendar to 1970, in units of 100 nanoseconds. */
const calendarOffset = 0x01b21dd213814000n;

function addTimeFields(result: RegoObject, digits: string, bytes: readonly number[]): void {
  const ticks = BigInt(`0x${digits.slice(13, 16)}${digits.slice(8, 12)}${digits.slice(0, 8)}`);
  const node = digits.slice(20).match(/../g) ?? [];
  const first = bytes[10] ?? 0;
  result.set("time", numberFromBigInt(BigInt.asIntN(64, (ticks - calendarOffset) * 100n)));
  result.set("nodeid", node.join("-"));
  result.set("macvariables", `${first & 2 ? "local" : "global"}:${first & 1 ? "multicast" : "unicast"}`);
  result.set("clocksequence", (((bytes[8] ?? 0) & 0x3f) << 8) | (bytes[9] ?? 0));
}

const domains = ["Person", "Group", "Org"];

function addDomain(result: RegoObject, digits: string, bytes: readonly number[]): void {
  const domain = bytes[9] ?? 0;
  result.set("id", Number.parseInt(digits.slice(0, 8), 16));
  result.set("domain", domains[domain] ?? `Domain${domain}`);
}
