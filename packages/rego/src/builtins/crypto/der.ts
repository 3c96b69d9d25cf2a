/** An element of DER: its tag byte, its content, and the bytes of the whole. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Tag bytes of the types that keys and certificates consist of. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Reads the elements that bytes consist of; undefined when they are no DER. */
export function readDer(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const element = readElement(bytes, offset);
    if (element === undefined) return undefined;
    elements.push(element);
    offset += element.bytes.length;
  }
  return elements;
}

/** Reads the element at a place: one that is written in the only way that DER admits; undefined when there is none. */
export function readElement(bytes: Uint8Array, offset: number): DerElement | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (bytes[offset + 2 + index] ?? 0);
  // A length has no more bytes than it needs.
  if (lengthBytes > 0 && (length < 0x80 || length < 256 ** (lengthBytes - 1))) return undefined;
  const start = offset + 2 + lengthBytes;
  if (start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(offset, start + length) };
}

/** The members of an element that contains others; undefined when it has none. */
export const membersOfDer = (element: DerElement | undefined): readonly DerElement[] | undefined =>
  element === undefined ? undefined : readDer(element.content);

/** The value of an integer, in two's complement. */
export function integerOfDer(element: DerElement | undefined): bigint | undefined {
  if (element?.tag !== derTag.integer || element.content.length === 0) return undefined;
  return BigInt.asIntN(element.content.length * 8, bigIntegerOf(element.content));
}

/** The number that bytes write, the most significant first. */
export const bigIntegerOf = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);

/** So many bytes that write a number, the most significant first. */
export function bytesOfInteger(value: bigint, length: number): Uint8Array {
  const digits = value.toString(16).padStart(length * 2, "0");
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

/** The text of an object identifier: `1.2.840.10045.2.1`. */
export function oidOfDer(element: DerElement | undefined): string | undefined {
  if (element?.tag !== derTag.oid) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of element.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join(".");
}

/** The bytes of a bit string without unused bits. */
export const bitsOfDer = (element: DerElement | undefined): Uint8Array | undefined =>
  element?.tag === derTag.bitString ? element.content.slice(1) : undefined;
