import { numberFromBigInt } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import { encodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { type DerElement, derTag } from "./der.js";
import { DerReader } from "./der-reader.js";
import { X509Fault } from "./x509-fault.js";
import { isText, readText } from "./x509-text.js";
import { parseCertificateTime } from "./x509-time.js";

const readers: ReadonlyMap<number, (element: DerElement) => Value> = new Map<number, (element: DerElement) => Value>([
  [derTag.boolean, ({ bytes }) => new DerReader(bytes).boolean("asn1: syntax error: invalid boolean")],
  [derTag.integer, ({ bytes }) => numberFromBigInt(new DerReader(bytes).smallInteger(integerFault))],
  [derTag.bitString, readBits],
  [derTag.octetString, ({ content }) => encodeBase64(content, standardAlphabet)],
  [derTag.oid, ({ bytes }) => new DerReader(bytes).identifier(identifierFault).numbers],
  [0x17, readTimeText],
  [0x18, readTimeText],
]);

const integerFault = "asn1: structure error: integer too large";
const identifierFault = "asn1: structure error: invalid object identifier";

/**
 * An element of any type as Go keeps it, in JSON; null when its type is not known.
 *
 * @throws X509Fault when its content is not of its type
 */
export function anyToJson(element: DerElement): Value {
  const { tag, content } = element;
  return isText(tag) ? readText(tag, content) : (readers.get(tag)?.(element) ?? null);
}

function readBits({ bytes }: DerElement): Value {
  const bits = new DerReader(bytes).bits("asn1: syntax error: invalid padding bits in BIT STRING");
  return { BitLength: bits.length, Bytes: encodeBase64(bits.bytes, standardAlphabet) };
}

function readTimeText({ tag, content }: DerElement): Value {
  const time = parseCertificateTime(tag, content);
  if (time === undefined) throw new X509Fault("asn1: syntax error: invalid time");
  return time.text;
}
