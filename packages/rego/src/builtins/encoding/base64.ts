import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";
import { decodeBase64, encodeBase64, standardAlphabet, urlAlphabet } from "./base64-coding.js";

const textToText = "x: string -> y: string";

/** Builtins of base64, in the standard and the URL alphabet. */
export const base64Builtins: readonly BuiltinDefinition[] = [
  {
    name: "base64.encode",
    signature: textToText,
    call: (operands) => encodeBase64(encodeUtf8(operands.string(1)), standardAlphabet),
  },
  {
    name: "base64.decode",
    signature: textToText,
    call: (operands) => decode(operands.string(1), standardAlphabet, operands),
  },
  { name: "base64.is_valid", signature: "x: string -> result: boolean", call: isValid },
  {
    name: "base64url.encode",
    signature: textToText,
    call: (operands) => encodeBase64(encodeUtf8(operands.string(1)), urlAlphabet),
  },
  { name: "base64url.encode_no_pad", signature: textToText, call: encodeUnpadded },
  { name: "base64url.decode", signature: textToText, call: decodeUrl },
];

function decode(text: string, alphabet: string, operands: Operands): string {
  const decoding = decodeBase64(text, alphabet);
  if (!decoding.ok) throw operands.fault(decoding.message);
  return decodeUtf8(decoding.bytes);
}

function isValid(operands: Operands): boolean {
  const text = operands.value(1);
  return typeof text === "string" && decodeBase64(text, standardAlphabet).ok;
}

function encodeUnpadded(operands: Operands): string {
  return encodeBase64(encodeUtf8(operands.string(1)), urlAlphabet).replace(/=+$/, "");
}

/** The padding may be missing. */
function decodeUrl(operands: Operands): string {
  const text = operands.string(1);
  if (text.endsWith("=")) return decode(text, urlAlphabet, operands);
  const rest = encodeUtf8(text).length % 4;
  if (rest === 1) throw operands.fault(`illegal base64url string: ${text}`);
  return decode(text + "=".repeat((4 - rest) % 4), urlAlphabet, operands);
}
