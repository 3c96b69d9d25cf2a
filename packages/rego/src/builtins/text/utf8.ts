/** The bytes of a text in UTF-8; an unpaired surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = codePointAt(text, index);
    if (code > 0xffff) index += 1;
    length = writeCodePoint(code, bytes, length);
  }
  return bytes.slice(0, length);
}

function codePointAt(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  return code >= 0xd800 && code < 0xe000 ? 0xfffd : code;
}

function writeCodePoint(code: number, bytes: Uint8Array, start: number): number {
  let length = start;
  const write = (byte: number): void => {
    bytes[length] = byte;
    length += 1;
  };
  if (code < 0x80) write(code);
  else if (code < 0x800) write(0xc0 | (code >> 6));
  else if (code < 0x10000) write(0xe0 | (code >> 12));
  else write(0xf0 | (code >> 18));
  if (code >= 0x10000) write(0x80 | ((code >> 12) & 0x3f));
  if (code >= 0x800) write(0x80 | ((code >> 6) & 0x3f));
  if (code >= 0x80) write(0x80 | (code & 0x3f));
  return length;
}

/** The text of bytes in UTF-8, each byte that is not part of a valid sequence as U+FFFD, as Go ranges over a string. */
export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let index = 0; index < bytes.length; ) {
    const sequence = sequenceAt(bytes, index);
    codes.push(sequence.code);
    index += sequence.length;
    if (codes.length === 8192) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return parts.join("") + String.fromCodePoint(...codes);
}

interface Sequence {
  readonly code: number;
  readonly length: number;
}

const invalid: Sequence = { code: 0xfffd, length: 1 };

function sequenceAt(bytes: Uint8Array, index: number): Sequence {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const length = sequenceLength(first);
  let code = first & (0x7f >> length);
  for (let offset = 1; offset < length; offset += 1) {
    const byte = bytes[index + offset] ?? 0;
    if ((byte & 0xc0) !== 0x80) return invalid;
    code = (code << 6) | (byte & 0x3f);
  }
  return length > 0 && isShortest(code, length) ? { code, length } : invalid;
}

function sequenceLength(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function isShortest(code: number, length: number): boolean {
  if (length === 3) return code >= 0x800 && !(code >= 0xd800 && code < 0xe000);
  return length === 2 || (code >= 0x10000 && code <= 0x10ffff);
}
