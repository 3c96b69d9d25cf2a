import { certain } from "./certain.js";
import { numberFromText } from "./number.js";
import { quoteCharacter } from "./quote.js";
import type { Value } from "./value.js";

/** What is wrong with a JSON text, in the words of Go's decoder; thrown inside the reader only. */
export class JsonFault {
  constructor(readonly message: string) {}
}

/** A JSON text and the place up to which it was read. */
export class JsonCursor {
  position = 0;

  constructor(readonly text: string) {}

  /** The unit at the place; empty at the end. */
  peek(): string {
    return this.text.charAt(this.position);
  }

  skipSpace(): void {
    while (" \t\n\r".includes(this.peek()) && this.position < this.text.length) this.position += 1;
  }

  /** The fault of the unit at the place: an unexpected character, or the end of the text. */
  unexpected(where: string): JsonFault {
    if (this.position >= this.text.length) return new JsonFault("unexpected EOF");
    return new JsonFault(`invalid character ${firstByte(this.text, this.position)} ${where}`);
  }
}

/** Go's decoder reads bytes: of a character beyond ASCII it names the first byte of its UTF-8 form. */
function firstByte(text: string, position: number): string {
  const code = certain(text.codePointAt(position), "character");
  if (code < 0x80) return quoteCharacter(String.fromCodePoint(code));
  if (code < 0x800) return quoteCharacter(String.fromCodePoint(0xc0 | (code >> 6)));
  return quoteCharacter(String.fromCodePoint(code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18)));
}

/** Reads a value that is no collection. */
export function readScalar(cursor: JsonCursor): Value {
  const first = cursor.peek();
  if (first === '"') return readString(cursor);
  if (first === "-" || isDigit(first)) return readNumber(cursor);
  const literal = literals.get(first);
  if (literal === undefined) throw cursor.unexpected("looking for beginning of value");
  return readLiteral(cursor, ...literal);
}

const literals: ReadonlyMap<string, readonly [string, boolean | null]> = new Map([
  ["t", ["true", true]],
  ["f", ["false", false]],
  ["n", ["null", null]],
]);

function readLiteral(cursor: JsonCursor, literal: string, value: boolean | null): boolean | null {
  for (const expected of literal) {
    if (cursor.peek() !== expected) throw cursor.unexpected(`in literal ${literal} (expecting '${expected}')`);
    cursor.position += 1;
  }
  return value;
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9";

function readNumber(cursor: JsonCursor): Value {
  const start = cursor.position;
  if (cursor.peek() === "-") cursor.position += 1;
  if (cursor.peek() === "0") cursor.position += 1;
  else readDigits(cursor, "in numeric literal");
  if (cursor.peek() === ".") {
    cursor.position += 1;
    readDigits(cursor, "after decimal point in numeric literal");
  }
  if (cursor.peek() === "e" || cursor.peek() === "E") {
    cursor.position += 1;
    if (cursor.peek() === "+" || cursor.peek() === "-") cursor.position += 1;
    readDigits(cursor, "in exponent of numeric literal");
  }
  return numberFromText(cursor.text.slice(start, cursor.position));
}

function readDigits(cursor: JsonCursor, where: string): void {
  if (!isDigit(cursor.peek())) throw cursor.unexpected(where);
  while (isDigit(cursor.peek())) cursor.position += 1;
}

/** Reads a string; an unpaired surrogate becomes U+FFFD, as in Go. */
export function readString(cursor: JsonCursor): string {
  const start = cursor.position;
  cursor.position += 1;
  while (cursor.peek() !== '"') {
    if (cursor.peek() < " ") throw cursor.unexpected("in string literal");
    if (cursor.peek() === "\\") readEscape(cursor);
    else cursor.position += 1;
  }
  cursor.position += 1;
  return String(JSON.parse(cursor.text.slice(start, cursor.position))).replace(/\p{Cs}/gu, "\ufffd");
}

function readEscape(cursor: JsonCursor): void {
  cursor.position += 1;
  const isUnicode = cursor.peek() === "u";
  if (cursor.peek() === "" || !'"\\/bfnrtu'.includes(cursor.peek())) throw cursor.unexpected("in string escape code");
  cursor.position += 1;
  if (!isUnicode) return;
  for (let count = 0; count < 4; count += 1) {
    if (!/[0-9a-fA-F]/.test(cursor.peek())) throw cursor.unexpected("in \\u hexadecimal character escape");
    cursor.position += 1;
  }
}
