/**
 * The lower case of a text by Unicode's simple mapping of each code point, as Go has it: no locale, no final sigma.
 */
export const toLower = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : Array.from(text, lowerOf).join("");

/** The upper case of a text by Unicode's simple mapping of each code point: `ß` stays. */
export const toUpper = (text: string): string =>
  isAscii(text) ? text.toUpperCase() : Array.from(text, upperOf).join("");

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** The only letter whose simple lower case is not JavaScript's. */
const lowerOf = (character: string): string =>
  character === "\u0130" ? "i" : oneToOne(character, character.toLowerCase());

/** Greek letters with a small iota below: JavaScript writes the iota out, the simple mapping has a letter for both. */
const smallIotaBelow = /[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]/;
const smallIotaBelowVowel = /[\u1fb3\u1fc3\u1ff3]/;

function upperOf(character: string): string {
  const code = character.charCodeAt(0);
  if (smallIotaBelow.test(character)) return String.fromCharCode(code + 8);
  if (smallIotaBelowVowel.test(character)) return String.fromCharCode(code + 9);
  return oneToOne(character, character.toUpperCase());
}

/** A mapping to several code points is no simple one: the letter stays. */
const oneToOne = (character: string, mapped: string): string => (Array.from(mapped).length === 1 ? mapped : character);
