import { goQuote } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import { LocationScanner, type Token } from "./location-tokens.js";

/** A step into an object: the name of a field. */
export interface ObjectNode {
  readonly type: "Object";
  readonly name: string;
}

/** A step into a list, to the elements whose field `key` has a value. */
export interface ListNode {
  readonly type: "List";
  readonly key: string;
  /** The value; `undefined` stands for `*`, every element. A text never equals a number. */
  readonly value: string | number | bigint | undefined;
}

export type LocationNode = ObjectNode | ListNode;

/** Where a mutator changes an object, e.g. `spec.containers[name: *].image`; empty for an empty text. */
export type Location = readonly LocationNode[];

const LARGEST_INTEGER = 2n ** 63n - 1n;

/**
 * Reads a location. Only the first fault is told.
 *
 * @source gatekeeper, pkg/mutation/path/token and parser
 */
export const parseLocation = (text: string): Outcome<Location> => {
  const scanner = new LocationScanner(text);
  const nodes: LocationNode[] = [];
  let token = scanner.next();
  if (token.type === "EOF") return succeed(nodes);
  for (;;) {
    if (token.type !== "IDENT") return unexpected("field name or eof", token);
    nodes.push({ type: "Object", name: token.text });
    token = scanner.next();
    if (token.type === "LBRACKET") {
      const list = parseList(scanner);
      if (!list.ok) return list;
      nodes.push(list.value);
      token = scanner.next();
    }
    if (token.type === "EOF") return succeed(nodes);
    if (token.type !== "SEPARATOR") return unexpected("'.' or eof", token);
    token = scanner.next();
    if (token.type === "EOF") return fail("trailing-separator", "trailing separators are forbidden");
  }
};

const unexpected = (expected: string, { type, text }: Token): ReturnType<typeof fail> =>
  fail("unexpected-token", `unexpected token: expected ${expected}, got: ${type}: ${goQuote(text)}`);

/** Reads what stands between brackets; the opening one has been read. */
const parseList = (scanner: LocationScanner): Outcome<ListNode> => {
  const field = scanner.next();
  if (field.type !== "IDENT") return unexpected("keyField in listSpec", field);
  const key = field.text;
  const colon = scanner.next();
  if (colon.type !== "COLON") return unexpected(`':' following keyField ${key}`, colon);
  const value = parseKeyValue(scanner.next(), key);
  if (!value.ok) return value;
  const close = scanner.next();
  if (close.type !== "RBRACKET") return unexpected("']' following listSpec", close);
  return succeed({ type: "List", key, value: value.value });
};

const parseKeyValue = (token: Token, key: string): Outcome<ListNode["value"]> => {
  if (token.type === "GLOB") return succeed(undefined);
  if (token.type === "IDENT") return succeed(token.text);
  if (token.type === "INT") return parseInteger(token.text, key);
  return unexpected("key value or glob in listSpec", token);
};

/** Digits beyond these cannot matter, and `BigInt` is slow with millions of them. */
const MOST_DIGITS = 19;

const parseInteger = (text: string, key: string): Outcome<number | bigint> => {
  const digits = text.replace(/^0+(?=.)/, "");
  const integer = digits.length > MOST_DIGITS ? LARGEST_INTEGER + 1n : BigInt(digits);
  if (integer > LARGEST_INTEGER) {
    const reason = `overflow in integer string: ${text}: parsing key value for key: ${key}`;
    return fail("invalid-integer", `invalid integer: ${reason}`);
  }
  return succeed(integer > Number.MAX_SAFE_INTEGER ? integer : Number(integer));
};

/** Writes a location so that reading it gives the same location. */
export const printLocation = (location: Location): string =>
  location.map((node, index) => (index > 0 && node.type === "Object" ? "." : "") + printNode(node)).join("");

/** Writes one step of a location: a name, or `[key: value]`. */
export const printNode = (node: LocationNode): string => {
  if (node.type === "Object") return printName(node.name);
  const { key, value } = node;
  if (value === undefined) return `[${printName(key)}: *]`;
  return `[${printName(key)}: ${typeof value === "string" ? printName(value) : value}]`;
};

const NEEDS_QUOTES = /^$|^[0-9]|['"\t\n \\*[\]:.]/;

const printName = (name: string): string => (NEEDS_QUOTES.test(name) ? `"${name.replace(/[\\"]/g, "\\$&")}"` : name);

/** Whether a location begins with all nodes of another one. */
export const isPrefix = (prefix: Location, location: Location): boolean =>
  prefix.length <= location.length && prefix.every((node, depth) => isSameNode(node, location[depth]));

const isSameNode = (one: LocationNode, other: LocationNode | undefined): boolean => {
  if (one.type === "Object") return other?.type === "Object" && one.name === other.name;
  return other?.type === "List" && one.key === other.key && one.value === other.value;
};
