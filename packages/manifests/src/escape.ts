const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)/gs;
const HIGHEST_CODE_POINT = 0x10ffff;

const isCodePoint = (value: number): boolean => value <= HIGHEST_CODE_POINT && (value < 0xd800 || value > 0xdfff);

/**
 * Whether a double-quoted YAML scalar has an escape that Kubernetes refuses and YAML 1.2 allows: `\\/`, half of a
 * surrogate pair (pairs of halves included), a number beyond Unicode.
 *
 * @param raw - what is between the quotes, as written
 */
export const hasInvalidEscape = (raw: string): boolean => {
  if (!/\\[uU/]/.test(raw)) return false;
  for (const [escaped, short, long] of raw.matchAll(ESCAPE)) {
    const digits = short ?? long;
    if (escaped === "\\/" || (digits !== undefined && !isCodePoint(Number.parseInt(digits, 16)))) return true;
  }
  return false;
};
