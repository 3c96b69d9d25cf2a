/**
 * What must not reach a terminal or a log as it is: control characters (a terminal obeys them), characters that reverse
 * the direction of writing or break lines (they make text look like other text), halves of surrogate pairs.
 */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\uFEFF]/gu;

const DELETE = 0x7f;
const CONTROL_PICTURES = 0x2400;
const PICTURE_OF_DELETE = "\u2421";

const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  return code === DELETE ? PICTURE_OF_DELETE : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
};

/**
 * Makes visible what would act on a terminal or hide in it: `␛[31m` for an escape sequence, `<U+202E>` for a character that
 * reverses text. Line breaks and tabs are made visible too.
 */
export const showControls = (text: string): string => text.replace(UNSAFE, picture);

/** Longer messages and names are no help to anybody. */
const LONGEST = 4000;

/** Cuts off what is too long to be read, and says how long it was. In UTF-16 code units. */
export const clip = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
