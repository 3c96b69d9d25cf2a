/** A part of a text, and where in it it begins. */
export interface TextPart {
  readonly text: string;
  readonly offset: number;
}

const QUOTE = 34;
const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;

/**
 * Cuts a text into the JSON objects that it strings together, with or without blanks between them, as kubectl takes
 * them.
 *
 * @param text - a text that begins with `{`, blanks apart
 * @returns one part where the text does not begin with a JSON object that is followed by more
 */
export const jsonObjects = (text: string): readonly TextPart[] => {
  const whole = [{ text, offset: 0 }];
  const end = objectEnd(text, 0);
  if (end === undefined || nextContent(text, end) < 0 || !isJson(text.slice(0, end))) return whole;
  const parts: TextPart[] = [];
  for (let from = 0; from >= 0; ) {
    const to = objectEnd(text, from) ?? text.length;
    parts.push({ text: text.slice(from, to), offset: from });
    from = nextContent(text, to);
  }
  return parts;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const nextContent = (text: string, from: number): number => {
  const pattern = /\S/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
};

/** The end of the first object that begins at or after an offset. */
const objectEnd = (text: string, from: number): number | undefined => {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at);
    else if (code === OPENING_BRACE) depth += 1;
    else if (code === CLOSING_BRACE) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return undefined;
};

/** The offset of the quote that ends the string which begins at an offset. */
const stringEnd = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
};
