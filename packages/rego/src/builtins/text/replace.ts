/** Called with the length of the result before it is made. */
export type LengthCheck = (length: number) => void;

/** Replaces all occurrences, left to right, as Go does: an empty `old` stands before, between and after all code points. */
export function replaceAll(text: string, old: string, replacement: string, check: LengthCheck): string {
  const parts = old === "" ? ["", ...Array.from(text), ""] : text.split(old);
  check(text.length + (parts.length - 1) * (replacement.length - old.length));
  return parts.join(replacement);
}

/**
 * Replaces in one pass: at each position the first pattern of the list that matches is replaced, as Go's `strings.Replacer`
 * does.
 */
export function replaceFirstMatching(
  text: string,
  patterns: readonly (readonly [string, string])[],
  check: LengthCheck,
): string {
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  let position = 0;
  let afterEmpty = false;
  while (position <= text.length) {
    const match = patterns.find(([old]) => text.startsWith(old, position) && !(old === "" && afterEmpty));
    if (match === undefined) {
      afterEmpty = false;
      position += 1;
      continue;
    }
    const [old, replacement] = match;
    parts.push(text.slice(copied, position), replacement);
    length += position - copied + replacement.length;
    check(length);
    afterEmpty = old === "";
    position += old.length;
    copied = position;
  }
  parts.push(text.slice(copied));
  return parts.join("");
}
