const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** The number of code points of a text. */
export function countCodePoints(text: string): number {
  return hasPairs(text) ? text.length - (text.match(pair)?.length ?? 0) : text.length;
}

/** Whether a text has code points beyond U+FFFF, so that its UTF-16 units are no code points. */
export const hasPairs = (text: string): boolean => /[\uD800-\uDBFF]/.test(text);

/** The part of a text between two positions that count code points. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return hasPairs(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}
