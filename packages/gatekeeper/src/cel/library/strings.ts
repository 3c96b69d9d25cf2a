import { CelError } from "../cel-error.js";
import { ValueList } from "../cel-list.js";
import { DYN, INT, listOf, STRING } from "../cel-type.js";
import type { CelList, CelValue, Evaluated } from "../cel-value.js";
import type { Effort } from "../effort.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { runtimeType } from "../runtime-type.js";
import { trimSpace } from "../trim-space.js";
import { formatText } from "./format-text.js";
import { sizeOf, traversalCost } from "./traversal-cost.js";

const LIST = listOf(STRING);

const outOfRange = (index: bigint): CelError => CelError.of(`index out of range: ${index}`);

const charAt = (text: string, index: bigint): Evaluated => {
  const characters = [...text];
  if (index < 0n || index > BigInt(characters.length)) return outOfRange(index);
  return characters[Number(index)] ?? "";
};

const characterIndex = (text: string, unit: number): bigint => BigInt([...text.slice(0, unit)].length);

/** The index in UTF-16 units of a character. */
const unitIndex = (text: string, index: number): number => {
  let units = 0;
  let count = 0;
  for (const character of text) {
    if (count === index) break;
    units += character.length;
    count += 1;
  }
  return units;
};

const length = (text: string): bigint => BigInt([...text].length);

/** Where a part begins at or behind an offset, in characters; -1 for nowhere. */
const indexOf = (text: string, part: string, offset: bigint): Evaluated => {
  if (offset < 0n) return outOfRange(offset);
  if (part === "") return offset;
  const size = length(text);
  if (offset >= size) return -1n;
  const found = text.indexOf(part, unitIndex(text, Number(offset)));
  return found === -1 ? -1n : characterIndex(text, found);
};

const lastIndexOf = (text: string, part: string, offset: bigint): Evaluated => {
  if (offset < 0n) return outOfRange(offset);
  if (part === "") return offset;
  const size = length(text);
  if (offset >= size) return -1n;
  const found = text.lastIndexOf(part, unitIndex(text, Number(offset)));
  return found === -1 ? -1n : characterIndex(text, found);
};

const lastIndexAnywhere = (text: string, part: string): Evaluated => {
  if (part === "") return length(text);
  return text.length < part.length ? -1n : lastIndexOf(text, part, length(text) - 1n);
};

/** Puts a text in the place of the first `limit` parts; an empty part stands before each character and at the end. */
const replace = (text: string, part: string, other: string, limit: number): string => {
  const pieces = part === "" ? ["", ...text, ""] : text.split(part);
  const replaced = limit < 0 ? pieces.length - 1 : Math.min(limit, pieces.length - 1);
  const head = pieces.slice(0, replaced).map((piece) => piece + other);
  return head.join("") + pieces.slice(replaced).join(part);
};

const split = (text: string, separator: string, limit: number): Evaluated => {
  if (limit === 0) return new ValueList([]);
  const pieces = separator === "" ? [...text] : text.split(separator);
  if (limit < 0 || pieces.length <= limit) return new ValueList(pieces);
  return new ValueList([...pieces.slice(0, limit - 1), pieces.slice(limit - 1).join(separator)]);
};

const substring = (text: string, start: bigint, end: bigint | undefined): Evaluated => {
  const characters = [...text];
  const size = BigInt(characters.length);
  const stop = end ?? size;
  if (end !== undefined && start > end) {
    return CelError.of(`invalid substring range. start: ${start}, end: ${end}`);
  }
  if (start < 0n || start > size) return outOfRange(start);
  if (stop < 0n || stop > size) return outOfRange(stop);
  return characters.slice(Number(start), Number(stop)).join("");
};

const join = (list: CelList, separator: string): Evaluated => {
  const texts: string[] = [];
  for (const element of list.values()) {
    if (typeof element !== "string") return CelError.of(`join: invalid input: ${runtimeType(element).name}`);
    texts.push(element);
  }
  return texts.join(separator);
};

/** The text that a list is joined to is as long as its elements, whose number bounds what reading them takes. */
const joinCost = ([list, separator]: readonly CelValue[]): number => {
  const size = sizeOf(list);
  return Math.ceil(size * (1 + sizeOf(separator ?? "")) * 0.2);
};

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\u0007", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

const quote = (text: string): string =>
  `"${[...text].map((character) => ESCAPES.get(character) ?? character).join("")}"`;

const ascii = (text: string, pattern: RegExp, change: (letter: string) => string): string =>
  text.replace(pattern, change);

const doubled = (args: readonly CelValue[]): number => traversalCost([args[0]], 2);
const once = (args: readonly CelValue[]): number => traversalCost([args[0]]);

const format = (text: string, values: CelList, effort: Effort): Evaluated => formatText(text, values, effort);

/**
 * The text functions of cel-go's extension in the version that Kubernetes has: 2.
 *
 * @source google/cel-go, ext/strings.go
 */
export const STRINGS: readonly FunctionDeclaration[] = [
  { name: "charAt", overloads: [methodOverload([STRING, INT], STRING, charAt)] },
  {
    name: "indexOf",
    overloads: [
      methodOverload([STRING, STRING], INT, (text, part) => indexOf(text, part, 0n)),
      methodOverload([STRING, STRING, INT], INT, indexOf),
    ],
    cost: ([target]) => (typeof target === "string" ? traversalCost([target]) : sizeOf(target)),
  },
  {
    name: "lastIndexOf",
    overloads: [
      methodOverload([STRING, STRING], INT, lastIndexAnywhere),
      methodOverload([STRING, STRING, INT], INT, lastIndexOf),
    ],
    cost: ([target]) => (typeof target === "string" ? traversalCost([target]) : sizeOf(target)),
  },
  {
    name: "join",
    overloads: [
      methodOverload([LIST], STRING, (list) => join(list, "")),
      methodOverload([LIST, STRING], STRING, (list, separator) => join(list, separator)),
    ],
    cost: joinCost,
  },
  {
    name: "lowerAscii",
    overloads: [methodOverload([STRING], STRING, (text) => ascii(text, /[A-Z]+/g, (letters) => letters.toLowerCase()))],
    cost: once,
  },
  {
    name: "upperAscii",
    overloads: [methodOverload([STRING], STRING, (text) => ascii(text, /[a-z]+/g, (letters) => letters.toUpperCase()))],
    cost: once,
  },
  {
    name: "replace",
    overloads: [
      methodOverload([STRING, STRING, STRING], STRING, (text, part, other) => replace(text, part, other, -1)),
      methodOverload([STRING, STRING, STRING, INT], STRING, (text, part, other, limit) =>
        replace(text, part, other, Number(limit)),
      ),
    ],
    cost: doubled,
  },
  {
    name: "split",
    overloads: [
      methodOverload([STRING, STRING], LIST, (text, separator) => split(text, separator, -1)),
      methodOverload([STRING, STRING, INT], LIST, (text, separator, limit) => split(text, separator, Number(limit))),
    ],
    cost: doubled,
  },
  {
    name: "substring",
    overloads: [
      methodOverload([STRING, INT], STRING, (text, start) => substring(text, start, undefined)),
      methodOverload([STRING, INT, INT], STRING, (text, start, end) => substring(text, start, end)),
    ],
    cost: once,
  },
  { name: "trim", overloads: [methodOverload([STRING], STRING, trimSpace)], cost: once },
  { name: "format", overloads: [methodOverload([STRING, listOf(DYN)], STRING, format)], cost: once },
  { name: "strings.quote", overloads: [functionOverload([STRING], STRING, quote)], cost: once },
];
