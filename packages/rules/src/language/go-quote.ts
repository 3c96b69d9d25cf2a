const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const PRINTABLE = /[ \p{L}\p{M}\p{N}\p{P}\p{S}]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
]);

/**
 * Quotes a text as Go's `%q` does: between double quotes, with escapes for quotes, backslashes and whatever is not
 * printable. A lone surrogate is shown as U+FFFD, which is what Go's JSON decoder makes of it.
 */
export const goQuote = (text: string): string => {
  if (PLAIN.test(text)) return `"${text}"`;
  let quoted = "";
  for (const character of text) quoted += ESCAPES.get(character) ?? escapeCharacter(character);
  return `"${quoted}"`;
};

const escapeCharacter = (character: string): string => {
  if (LONE_SURROGATE.test(character)) return "\ufffd";
  if (PRINTABLE.test(character)) return character;
  // A character always has a code point; only the type says otherwise.
  const code = Number(character.codePointAt(0));
  if (code < 0x80) return `\\x${hexadecimal(code, 2)}`;
  return code < 0x10000 ? `\\u${hexadecimal(code, 4)}` : `\\U${hexadecimal(code, 8)}`;
};

const hexadecimal = (code: number, width: number): string => code.toString(16).padStart(width, "0");
