/**
 * Where the next token begins: behind blanks, comments, and the closing brackets of an operand that stands in brackets.
 *
 * @param offset - the end of an operand
 */
export const nextTokenOffset = (text: string, offset: number): number => {
  let position = offset;
  while (position < text.length) {
    if (text.startsWith("//", position)) position = endOfLine(text, position);
    else if (/[\s)]/.test(text.charAt(position))) position += 1;
    else return position;
  }
  return offset;
};

const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
};

/** Where the bracket stands that opens the arguments of a call whose name begins at or behind an offset. */
export const argumentsOffset = (text: string, offset: number): number => {
  const bracket = text.indexOf("(", offset);
  return bracket === -1 ? offset : bracket;
};
