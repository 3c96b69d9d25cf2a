import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";
import { X509Fault } from "./x509-fault.js";

/** A reader of texts of one type; what is wrong is a fault. */
type TextReader = (bytes: Uint8Array) => string;

const latin = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(index, index + 8_192)));
  return parts.join("");
};

/** Bytes of which each is a character that the pattern admits. */
const among =
  (name: string, pattern: RegExp): TextReader =>
  (bytes) => {
    const text = latin(bytes);
    if (pattern.test(text)) return text;
    throw new X509Fault(`invalid ${name}`);
  };

const utf8: TextReader = (bytes) => {
  const text = decodeUtf8(bytes);
  if (text.includes("\uFFFD") && !isSame(encodeUtf8(text), bytes)) throw new X509Fault("invalid UTF-8 string");
  return text;
};

const isSame = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);

const reserved = /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

const wide: TextReader = (bytes) => {
  const units = Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.subarray(2 * index, 2 * index + 2));
  const text = units.map(([high = 0, low = 0]) => String.fromCharCode(high * 256 + low)).join("");
  const content = text.endsWith("\0") ? text.slice(0, -1) : text;
  if (bytes.length % 2 === 1 || reserved.test(content)) throw new X509Fault("invalid BMPString");
  return content;
};

const readers: ReadonlyMap<number, TextReader> = new Map<number, TextReader>([
  [0x0c, utf8],
  [0x12, among("NumericString", /^[\d ]*$/)],
  [0x13, among("PrintableString", /^[A-Za-z\d'()*+,./:=?& -]*$/)],
  [0x14, latin],
  [0x16, among("IA5String", /^[^\u0080-\u00ff]*$/)],
  [0x1e, wide],
]);

/** Whether a tag is that of a text. */
export const isText = (tag: number): boolean => readers.has(tag);

/**
 * The text of an element.
 *
 * @throws X509Fault when its type is none of a text, or its bytes are not of its type
 */
export function readText(tag: number, bytes: Uint8Array): string {
  const reader = readers.get(tag);
  if (reader === undefined) throw new X509Fault(`unsupported string type: ${tag}`);
  return reader(bytes);
}

/** The ASCII text of bytes; undefined when they are none. */
export const asciiText = (bytes: Uint8Array): string | undefined =>
  bytes.every((byte) => byte < 0x80) ? latin(bytes) : undefined;
