import { bigIntegerOf, type DerElement, derTag, readElement } from "./der.js";
import { X509Fault } from "./x509-fault.js";
import { type ObjectIdentifier, readIdentifier } from "./x509-identifier.js";

/** How long integers are; Go has no such limit, but numbers of a policy have. */
const longestInteger = 4_096;

/** Bits of which the last byte may have some that do not count. */
export interface BitString {
  readonly bytes: Uint8Array;
  /** How many bits count. */
  readonly length: number;
}

/**
 * Reads elements of DER one after the other; what is not there, or not written as DER demands, is a fault with the text that the
 * caller gives. Own code, as the libraries for ASN.1 read BER: they would accept what OPA refuses.
 */
export class DerReader {
  #offset = 0;

  constructor(readonly bytes: Uint8Array) {}

  get isEmpty(): boolean {
    return this.#offset >= this.bytes.length;
  }

  /** Whether the next element has the tag. */
  has(tag: number): boolean {
    return this.bytes[this.#offset] === tag;
  }

  /** @throws X509Fault when there is no element of any tag */
  any(fault: string): DerElement {
    const element = readElement(this.bytes, this.#offset);
    if (element === undefined) throw new X509Fault(fault);
    this.#offset += element.bytes.length;
    return element;
  }

  element(tag: number, fault: string): DerElement {
    const element = this.any(fault);
    if (element.tag !== tag) throw new X509Fault(fault);
    return element;
  }

  /** Reads what is inside an element. */
  inside(tag: number, fault: string): DerReader {
    return new DerReader(this.element(tag, fault).content);
  }

  sequence(fault: string): DerReader {
    return this.inside(derTag.sequence, fault);
  }

  /** What is inside an element that may be left out. */
  optional(tag: number, fault: string): DerReader | undefined {
    return this.has(tag) ? this.inside(tag, fault) : undefined;
  }

  identifier(fault: string): ObjectIdentifier {
    const identifier = readIdentifier(this.element(derTag.oid, fault).content);
    if (identifier === undefined) throw new X509Fault(fault);
    return identifier;
  }

  integer(fault: string, tag: number = derTag.integer): bigint {
    const { content } = this.element(tag, fault);
    if (content.length > longestInteger) throw new X509Fault(`integers have ${longestInteger} bytes at most`);
    const [first, second = 0] = content;
    const isPadded = content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (first === undefined || isPadded) throw new X509Fault(fault);
    return BigInt.asIntN(content.length * 8, bigIntegerOf(content));
  }

  /** An integer of 64 bits, as which Go keeps numbers that are not expected to be large. */
  smallInteger(fault: string, tag: number = derTag.integer): bigint {
    const value = this.integer(fault, tag);
    if (BigInt.asIntN(64, value) !== value) throw new X509Fault(fault);
    return value;
  }

  boolean(fault: string): boolean {
    const [value, ...others] = this.element(derTag.boolean, fault).content;
    if (others.length > 0 || (value !== 0 && value !== 0xff)) throw new X509Fault(fault);
    return value === 0xff;
  }

  bits(fault: string): BitString {
    const { content } = this.element(derTag.bitString, fault);
    const [unused = 8, bytes] = [content[0], content.subarray(1)];
    const last = bytes.at(-1) ?? (unused === 0 ? 0 : 0xff);
    if (unused > 7 || (last & ((1 << unused) - 1)) !== 0) throw new X509Fault(fault);
    return { bytes, length: bytes.length * 8 - unused };
  }
}

/** The bytes of a bit string, moved to the right so that the last bit ends a byte. */
export function alignedBytes({ bytes, length }: BitString): Uint8Array {
  const shift = bytes.length * 8 - length;
  if (shift === 0) return bytes;
  return bytes.map((byte, index) => (byte >> shift) | (((bytes[index - 1] ?? 0) << (8 - shift)) & 0xff));
}
