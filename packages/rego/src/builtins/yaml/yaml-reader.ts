import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
} from "yaml";
import { objectEntries } from "../../value/collection.js";
import { isNumber, numberText } from "../../value/number.js";
import { RegoObject } from "../../value/object.js";
import { isObjectValue, type Value } from "../../value/value.js";
import { decodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { decodeUtf8 } from "../text/utf8.js";
import { nestsDeeperThan } from "./yaml-nesting.js";
import { resolveScalar } from "./yaml-scalar.js";

/** The value of a YAML text, or why there is none. */
export type YamlReading =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

const controlCharacter = /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Levels of collections: as deep as terms of the language. */
const deepest = 250;

/** Thrown inside the reader only. */
class YamlFault {
  constructor(readonly message: string) {}
}

/**
 * Reads the first document of a YAML 1.1 text as JSON: keys become text, of repeated ones the last counts.
 *
 * @param charge - counts values, those that aliases repeat included
 */
export function readYaml(text: string, charge: (values: number) => void): YamlReading {
  if (controlCharacter.test(text)) return { ok: false, message: "yaml: control characters are not allowed" };
  if (nestsDeeperThan(text, deepest)) return { ok: false, message: "yaml: exceeded max depth" };
  try {
    const [document] = parseAllDocuments(text, {
      version: "1.1",
      schema: "failsafe",
      uniqueKeys: false,
      logLevel: "silent",
    });
    const [error] = document?.errors ?? [];
    if (error !== undefined) return { ok: false, message: `yaml: ${problemOf(error, text)}` };
    return {
      ok: true,
      value: document === undefined ? null : new Converter(document, text, charge).convert(document.contents).value,
    };
  } catch (fault) {
    if (fault instanceof YamlFault) return { ok: false, message: fault.message };
    throw fault;
  }
}

/** What is wrong: in the words of Go's reader for the faults that are common. */
function problemOf({ message, code, pos }: YAMLParseError, text: string): string {
  const [, bracket] = /^Flow (?:sequence|map) .*end with a ([\]}])/.exec(message) ?? [];
  if (bracket !== undefined) return missingBracket(bracket, text.slice(0, pos[0]).trimEnd());
  const words = scannerWords.get(code);
  if (words === undefined) return message.replace(/:?\n.*/s, "");
  const lines = (code === "MISSING_CHAR" ? text : text.slice(0, pos[0])).split("\n").length;
  return lines === 1 ? words : `line ${lines}: ${words}`;
}

function missingBracket(bracket: string, written: string): string {
  const missing = /[[{,]$/.test(written) ? "node content" : `',' or '${bracket}'`;
  return `line ${written.split("\n").length}: did not find expected ${missing}`;
}

/** What Go's scanner says about faults that it finds at the same place. */
const scannerWords: ReadonlyMap<string, string> = new Map([
  ["MISSING_CHAR", "found unexpected end of stream"],
  ["BLOCK_AS_IMPLICIT_KEY", "mapping values are not allowed in this context"],
  ["TAB_AS_INDENT", "found character that cannot start any token"],
  ["BAD_SCALAR_START", "found character that cannot start any token"],
  ["BAD_DQ_ESCAPE", "found unknown escape character"],
]);

/** A value and the number of values inside it. */
interface Converted {
  readonly value: Value;
  readonly size: number;
}

class Converter {
  readonly #anchors = new Map<unknown, Converted>();
  readonly #open = new Set<unknown>();

  constructor(
    readonly document: Document,
    readonly text: string,
    readonly charge: (values: number) => void,
  ) {}

  convert(node: unknown): Converted {
    if (isAlias(node)) return this.#alias(node.resolve(this.document), node.source);
    if (isScalar(node)) return { value: scalarValue(this.#content(node), node.tag, node.type), size: 1 };
    if (!isMap(node) && !isSeq(node)) return { value: null, size: 1 };
    this.#open.add(node);
    const converted = isMap(node) ? this.#map(node) : this.#sequence(node.items);
    this.#open.delete(node);
    this.#anchors.set(node, converted);
    return converted;
  }

  /** A block that the end of the text cuts off has no line end there. */
  #content(node: Scalar): unknown {
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const isCutOff = isBlock && !this.text.endsWith("\n") && (node.range?.[1] ?? 0) >= this.text.length;
    return isCutOff && typeof node.value === "string" ? node.value.replace(/\n$/, "") : node.value;
  }

  #alias(target: unknown, name: string): Converted {
    if (target === undefined) throw new YamlFault(`yaml: unknown anchor '${name}' referenced`);
    if (this.#open.has(target)) throw new YamlFault(`yaml: anchor '${name}' value contains itself`);
    const converted = this.#anchors.get(target) ?? this.convert(target);
    this.charge(converted.size);
    return converted;
  }

  #sequence(items: readonly unknown[]): Converted {
    const members = items.map((item) => this.convert(item));
    return { value: members.map(({ value }) => value), size: sizeOf(members) };
  }

  /** A merge key brings the entries of other maps, which the own entries outweigh. */
  #map(node: YAMLMap): Converted {
    const own = node.items.filter((pair) => !isMerge(pair));
    const merged = node.items.filter(isMerge).map((pair) => this.convert(pair.value));
    const entries = own.map((pair) => [keyText(this.convert(pair.key).value), this.convert(pair.value)] as const);
    const inherited = merged.flatMap(({ value }) => (Array.isArray(value) ? value.toReversed() : [value]));
    const values = new RegoObject(inherited.flatMap((value) => [...entriesOf(value)]));
    for (const [key, { value }] of entries) values.set(key, value);
    return { value: values, size: sizeOf(entries.map(([, converted]) => converted)) + sizeOf(merged) };
  }
}

const sizeOf = (members: readonly Converted[]): number => members.reduce((sum, { size }) => sum + size, 1);

const isMerge = ({ key }: Pair): boolean => isScalar(key) && key.value === "<<" && key.type === "PLAIN";

function entriesOf(value: Value): Iterable<readonly [Value, Value]> {
  if (!isObjectValue(value)) throw new YamlFault("yaml: map merge requires map or sequence of maps as the value");
  return objectEntries(value);
}

function keyText(key: Value): string {
  if (typeof key === "string") return key;
  if (typeof key === "boolean") return String(key);
  if (isNumber(key)) return numberText(key);
  if (key === null) throw new YamlFault("unsupported map key of type: %!s(<nil>), key: <nil>");
  throw new YamlFault("yaml: invalid map key");
}

/** Quoted and block scalars are texts, and so is what has a tag of its own. */
function scalarValue(content: unknown, tag: string | undefined, type: string | undefined): Value {
  const text = typeof content === "string" ? content : "";
  if (tag === "tag:yaml.org,2002:binary") return binaryText(text);
  const isTyped = tag !== undefined && /^tag:yaml\.org,2002:(?:int|float|bool|null)$/.test(tag);
  if (!isTyped && (tag !== undefined || type !== "PLAIN")) return text;
  const value = resolveScalar(text);
  if (value === undefined) throw new YamlFault(`json: unsupported value: ${goNameOf(text)}`);
  return value;
}

/** How Go writes a number that is not finite. */
function goNameOf(text: string): string {
  if (/nan/i.test(text)) return "NaN";
  return text.startsWith("-") ? "-Inf" : "+Inf";
}

function binaryText(text: string): string {
  const decoding = decodeBase64(text, standardAlphabet);
  if (!decoding.ok) throw new YamlFault("yaml: !!binary value contains invalid base64 data");
  return decodeUtf8(decoding.bytes);
}
