import { decodeBase64, standardAlphabet } from "../encoding/base64-coding.js";

/** A block of PEM. */
export interface PemBlock {
  /** What stands after BEGIN. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The text after the block. */
  readonly rest: string;
}

const block =
  /(?:^|\n)-----BEGIN ([^\n-]+)-----[ \t\r]*\n((?:[\w-]+:[^\n]*\n)*)([A-Za-z0-9+/=\s]*?)-----END ([^\n-]+)-----[ \t\r]*(?:\n|$)/;

/** Finds the first block of PEM in a text, as Go's `pem.Decode` does; undefined when there is none. */
export function readPem(text: string): PemBlock | undefined {
  const match = block.exec(text);
  if (match === null) return undefined;
  const [whole, type = "", , body = "", end] = match;
  const rest = text.slice(match.index + whole.length);
  const decoding = decodeBase64(body.replace(/\s/g, ""), standardAlphabet);
  return type !== end || !decoding.ok ? readPem(rest) : { type, bytes: decoding.bytes, rest };
}
