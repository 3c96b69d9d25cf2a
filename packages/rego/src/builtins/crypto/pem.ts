import { decodeBase64, standardAlphabet } from "../encoding/base64-coding.js";

/** A block of PEM. */
export interface PemBlock {
  /** What stands after BEGIN. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The text after the block. */
  readonly rest: string;
}

const [begin, end, dashes] = ["-----BEGIN ", "\n-----END ", "-----"];

/**
 * Finds the first block of PEM in a text, as Go's `pem.Decode` does; undefined when there is none. Of a block without an end, and of
 * one that is malformed, the next one is looked for behind what looks like its end.
 */
export function readPem(text: string): PemBlock | undefined {
  let start = 0;
  for (;;) {
    const last = text.indexOf(end, start);
    if (last < 0) return undefined;
    const first = text.slice(start, last).lastIndexOf(begin);
    const isLineStart = first === 0 || (first > 0 && text.charAt(start + first - 1) === "\n");
    const block = isLineStart ? readBlock(text, start + first + begin.length, last) : undefined;
    if (block !== undefined) return block;
    start = last + end.length;
  }
}

/** Reads what stands between two marks. */
function readBlock(text: string, start: number, last: number): PemBlock | undefined {
  const head = lineAt(text, start);
  if (!head.line.endsWith(dashes)) return undefined;
  const type = head.line.slice(0, -dashes.length);
  let position = head.next;
  let line = lineAt(text, position);
  for (; line.line.includes(":") && position < text.length; line = lineAt(text, position)) position = line.next;
  const hasHeaders = position > head.next;
  if (position >= text.length || (hasHeaders && position > last)) return undefined;
  const tail = lineAt(text, last + end.length);
  if (tail.line !== type + dashes) return undefined;
  // Without content the line end before the second mark is the one behind the first.
  const body = text.slice(position, Math.max(position, last));
  const decoding = decodeBase64(body.replace(/[ \t]/g, ""), standardAlphabet);
  return decoding.ok ? { type, bytes: decoding.bytes, rest: text.slice(tail.next) } : undefined;
}

interface Line {
  /** Without spaces at its end. */
  readonly line: string;
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const lineEnd = text.indexOf("\n", start);
  const stop = lineEnd < 0 ? text.length : lineEnd;
  const isWindows = lineEnd > start && text.charAt(lineEnd - 1) === "\r";
  let length = isWindows ? stop - 1 : stop;
  while (length > start && /[ \t]/.test(text.charAt(length - 1))) length -= 1;
  return { line: text.slice(start, length), next: lineEnd < 0 ? text.length : lineEnd + 1 };
}
