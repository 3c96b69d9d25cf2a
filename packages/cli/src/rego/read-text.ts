import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { describeReadError } from "../check/problem.js";
import type { ByteStream } from "../check/spool.js";

/** A text, or why there is none. */
export type TextReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads a file as text.
 *
 * @param path - an absolute path
 */
export const readTextFile = (path: string): TextReading => {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    return { ok: false, message: describeReadError(error) };
  }
};

/** Reads a stream to its end as text. */
export const readTextStream = async (stream: ByteStream): Promise<TextReading> => {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of stream) pieces.push(piece);
    return decode(Buffer.concat(pieces));
  } catch (error) {
    return { ok: false, message: describeReadError(error) };
  }
};

const decode = (bytes: Buffer): TextReading =>
  isUtf8(bytes)
    ? { ok: true, text: bytes.toString("utf8").replace(BYTE_ORDER_MARK, "") }
    : { ok: false, message: "is no text in UTF-8" };
