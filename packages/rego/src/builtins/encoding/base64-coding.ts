import { encodeUtf8 } from "../text/utf8.js";

const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The digits of base64. */
export const standardAlphabet = /* @__PURE__ */ alphanumeric.concat("+/");

/** The digits of base64 in URLs. */
export const urlAlphabet = /* @__PURE__ */ alphanumeric.concat("-_");

/** Encodes bytes, with padding. */
export function encodeBase64(bytes: Uint8Array, alphabet: string): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const rest = bytes.length - index;
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63)).join("");
    parts.push(rest < 3 ? digits.slice(0, rest + 1).padEnd(4, "=") : digits);
  }
  return parts.join("");
}

/** Bytes, or why there are none, in Go's words. */
export type Base64Decoding =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

/** Decodes padded base64 as Go does: line ends are skipped, bits after the last byte ignored. */
export function decodeBase64(text: string, alphabet: string): Base64Decoding {
  const source = encodeUtf8(text);
  const values = new Map(Array.from(alphabet, (digit, value) => [digit.charCodeAt(0), value]));
  const bytes: number[] = [];
  let position = 0;
  while (position < source.length) {
    const group = readGroup(source, position, values);
    if (group.fault !== undefined) return { ok: false, message: `illegal base64 data at input byte ${group.fault}` };
    bytes.push(...group.bytes);
    position = group.next;
  }
  return { ok: true, bytes: Uint8Array.from(bytes) };
}

interface Group {
  readonly bytes: readonly number[];
  readonly next: number;
  /** The place of what is wrong. */
  readonly fault?: number;
}

const equals = 0x3d;

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

function skipLineEnds(source: Uint8Array, start: number): number {
  let position = start;
  while (isLineEnd(source[position])) position += 1;
  return position;
}

function readGroup(source: Uint8Array, start: number, values: ReadonlyMap<number, number>): Group {
  const digits: number[] = [];
  let position = start;
  while (digits.length < 4) {
    position = skipLineEnds(source, position);
    const byte = source[position];
    if (byte === undefined)
      return { bytes: [], next: position, ...(digits.length > 0 && { fault: position - digits.length }) };
    const digit = values.get(byte);
    if (digit === undefined) return readPadding(source, position, digits);
    digits.push(digit);
    position += 1;
  }
  return { bytes: bytesOf(digits), next: position };
}

function readPadding(source: Uint8Array, start: number, digits: readonly number[]): Group {
  if (source[start] !== equals || digits.length < 2) return { bytes: [], next: start, fault: start };
  let position = start + 1;
  if (digits.length === 2) {
    position = skipLineEnds(source, position);
    if (position === source.length) return { bytes: [], next: position, fault: position };
    if (source[position] !== equals) return { bytes: [], next: position, fault: position - 1 };
    position += 1;
  }
  position = skipLineEnds(source, position);
  return position < source.length
    ? { bytes: [], next: position, fault: position }
    : { bytes: bytesOf(digits), next: position };
}

function bytesOf(digits: readonly number[]): readonly number[] {
  const [first = 0, second = 0, third = 0, fourth = 0] = digits;
  const group = (first << 18) | (second << 12) | (third << 6) | fourth;
  return [(group >> 16) & 255, (group >> 8) & 255, group & 255].slice(0, digits.length - 1);
}
