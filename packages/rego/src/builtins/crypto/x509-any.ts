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
  return isText(tag) ? anyText(tag, content) : (readers.get(tag)?.(element) ?? null);
}

const reworded: ReadonlyMap<number, string> = new Map([
  [0x0c, "asn1: invalid UTF-8 string"],
  [0x12, "asn1: syntax error: NumericString contains invalid character"],
  [0x13, "asn1: syntax error: PrintableString contains invalid character"],
  [0x16, "asn1: syntax error: IA5String contains invalid character"],
]);

/** Texts are read as in certificates; what is wrong with them is told in other words. */
function anyText(tag: number, content: Uint8Array): string {
  try {
    return readText(tag, content);
  } catch (fault) {
    if (!(fault instanceof X509Fault)) throw fault;
    throw new X509Fault(reworded.get(tag) ?? fault.message);
  }
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
