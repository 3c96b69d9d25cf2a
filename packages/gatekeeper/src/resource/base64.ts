import { type Outcome, succeed } from "../outcome.js";

const DIGIT = /^[A-Za-z0-9+/]$/;

const corrupt = (position: number) => ({ ok: false, error: `illegal base64 data at input byte ${position}` }) as const;

/**
 * Decodes base64 as Go does: strictly padded, line breaks anywhere, and a fault tells where it is.
 *
 * @returns text of which each character is one byte
 * @source encoding/base64, StdEncoding
 */
export const decodeBase64 = (text: string): Outcome<string, string> => {
  const fault = findFault(text);
  return fault === undefined ? succeed(decodeValid(text.replace(/[\r\n]/g, ""))) : corrupt(fault);
};

const isBreak = (character: string): boolean => character === "\n" || character === "\r";

/** Where the first fault is. */
const findFault = (text: string): number | undefined => {
  let filled = 0;
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position);
    if (isBreak(character)) continue;
    if (DIGIT.test(character)) filled = (filled + 1) % 4;
    else return character === "=" ? findPaddingFault(text, position, filled) : bytesBefore(text, position);
  }
  return filled === 0 ? undefined : bytesBefore(text, text.length) - filled;
};

/** After two digits come two signs, after three one, and then nothing. */
const findPaddingFault = (text: string, position: number, filled: number): number | undefined => {
  if (filled < 2) return position;
  let next = skipBreaks(text, position + 1);
  if (filled === 2) {
    if (next >= text.length) return text.length;
    if (text.charAt(next) !== "=") return next;
    next = skipBreaks(text, next + 1);
  }
  return next < text.length ? next : undefined;
};

const skipBreaks = (text: string, from: number): number => {
  let position = from;
  while (position < text.length && isBreak(text.charAt(position))) position++;
  return position;
};

const bytesBefore = (text: string, position: number): number =>
  new TextEncoder().encode(text.slice(0, position)).length;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const decodeValid = (text: string): string => {
  const bytes: string[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text.replace(/=+$/, "")) {
    bits = ((bits << 6) | DIGITS.indexOf(character)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push(String.fromCharCode((bits >> count) & 0xff));
  }
  return bytes.join("");
};
