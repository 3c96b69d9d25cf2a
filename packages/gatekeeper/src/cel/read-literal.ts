import { fail, type Outcome, succeed } from "../outcome.js";
import { CelUint, type CelValue } from "./cel-value.js";
import { isInt64, isUint64 } from "./int64.js";
import type { Token } from "./tokenize.js";

const CHARACTERS: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE = /\\(?:[xX]([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g;

const invalid = (
  message: string,
): { readonly ok: false; readonly error: { readonly code: string; readonly message: string } } =>
  fail("invalid-literal", message);

/**
 * The value of a token that is a literal.
 *
 * @param sign - a sign before a number
 * @returns the value; or why it has none, in cel-go's words
 * @source google/cel-go, parser/parser.go and parser/unescape.go
 */
export const readLiteral = ({ kind, text }: Token, sign: "" | "-" = ""): Outcome<CelValue> => {
  switch (kind) {
    case "int":
      return readInteger(text, sign);
    case "uint": {
      const value = BigInt(text.slice(0, -1));
      return isUint64(value) ? succeed(new CelUint(value)) : invalid("invalid uint literal");
    }
    case "float": {
      const value = Number(`${sign}${text}`);
      return Number.isFinite(value) ? succeed(value) : invalid("invalid double literal");
    }
    case "string":
      return readText(text);
    case "bytes":
      return readBytes(text.slice(1));
    default:
      return succeed(kind === "null" ? null : kind === "true");
  }
};

const readInteger = (text: string, sign: "" | "-"): Outcome<CelValue> => {
  // Zeros in front of a number mean nothing.
  const size = BigInt(text);
  const value = sign === "-" ? -size : size;
  return isInt64(value) ? succeed(value) : invalid("invalid int literal");
};

/** What is between the quotation marks, with line breaks of one kind, and whether escapes in it mean something. */
const unquote = (text: string): { readonly body: string; readonly isRaw: boolean } => {
  const isRaw = /^[rR]/.test(text);
  const quoted = isRaw ? text.slice(1) : text;
  const marks = /^("""|'''|"|')/.exec(quoted)?.[0].length ?? 1;
  return { body: quoted.slice(marks, -marks).replace(/\r\n?/g, "\n"), isRaw };
};

const readText = (text: string): Outcome<CelValue> => {
  const { body, isRaw } = unquote(text);
  if (isRaw) return succeed(body);
  let isValid = true;
  const value = body.replace(ESCAPE, (_, hex, short, long, octal, character) => {
    if (character !== undefined) return CHARACTERS[character] ?? character;
    const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8);
    isValid &&= code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isValid ? String.fromCodePoint(code) : "";
  });
  return isValid ? succeed(value) : invalid("invalid unicode code point");
};

const readBytes = (text: string): Outcome<CelValue> => {
  const { body, isRaw } = unquote(text);
  const encoder = new TextEncoder();
  if (isRaw) return succeed(encoder.encode(body));
  const bytes: number[] = [];
  let end = 0;
  for (const match of body.matchAll(ESCAPE)) {
    const [whole, hex, short, long, octal, character] = match;
    // Code points are no bytes.
    if (short !== undefined || long !== undefined) return invalid("unable to unescape string");
    bytes.push(...encoder.encode(body.slice(end, match.index)));
    if (character !== undefined) bytes.push(...encoder.encode(CHARACTERS[character] ?? character));
    else bytes.push(octal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(octal, 8));
    end = match.index + whole.length;
  }
  bytes.push(...encoder.encode(body.slice(end)));
  return succeed(Uint8Array.from(bytes));
};
