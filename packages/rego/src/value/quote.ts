import { certain } from "./certain.js";

const named: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

/** What Go's `unicode.IsPrint` refuses: everything but letters, marks, numbers, punctuation, symbols and the plain space. */
const unprintable = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/** Most texts: nothing to escape, found without tables of Unicode. */
const plain = /^[ !#-[\]-~]*$/;

/** The text as a Go string literal in double quotes, as `strconv.Quote` writes it. */
export const quote = (text: string): string =>
  plain.test(text) ? `"${text}"` : `"${text.replace(unprintable, escapeCharacter)}"`;

/** The text as a Go string literal of ASCII characters only, as `strconv.QuoteToASCII` writes it. */
export const quoteToAscii = (text: string): string => `"${text.replace(/["\\]|[^ -~]/gu, escapeCharacter)}"`;

function escapeCharacter(character: string): string {
  const escaped = named[character];
  if (escaped !== undefined) return escaped;
  const code = certain(character.codePointAt(0), "character");
  if (code < 0x80) return `\\x${hexadecimal(code, 2)}`;
  if (code >= 0xd800 && code < 0xe000) return "\\ufffd";
  return code > 0xffff ? `\\U${hexadecimal(code, 8)}` : `\\u${hexadecimal(code, 4)}`;
}

const hexadecimal = (code: number, width: number): string => code.toString(16).padStart(width, "0");

/** The character as a Go rune literal in single quotes, as `strconv.QuoteRune` writes it. */
export function quoteCharacter(character: string): string {
  if (character === "'") return "'\\''";
  return character === '"' ? `'"'` : `'${character.replace(unprintable, escapeCharacter)}'`;
}
