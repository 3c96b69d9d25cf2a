/** A blank as Unicode and Go have it; JavaScript's blanks have U+FEFF, and not U+0085. */
const isBlank = (character: string): boolean =>
  character === "\u0085" || (character !== "\uFEFF" && /\s/.test(character));

/** Takes blanks away from both ends, as Go's `strings.TrimSpace` does. */
export const trimSpace = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
