import type { SourceEntry, SourceValue } from "./source-tree.js";
import { lineStart, nextLine, type Splice } from "./splice.js";

/** What may stand before a key in its line: blanks, and the dashes of lists that it is the first word in. */
const BEFORE_KEY = /^ *(?:- +)*$/;
const BEFORE_ITEM = /^( *)-( +)$/;
const COLON = /^[ \t]*:/;
/** Behind the last word of a line. */
const COMMENT = /^[ \t]+#[^\r\n]*/;

/** How far a block of lines is indented; `undefined` where it cannot be told. */
export const columnOf = (text: string, { kind, entries: [first] }: SourceValue): number | undefined => {
  if (first === undefined) return undefined;
  const before = text.slice(lineStart(text, first.start), first.start);
  if (kind === "map") return BEFORE_KEY.test(before) ? before.length : undefined;
  return BEFORE_ITEM.exec(before)?.[1]?.length;
};

/** Takes lines of entries out of a block; `undefined` where more than the entries stands in them. */
export const removeFromBlock = (
  text: string,
  { entries }: SourceValue,
  removed: readonly number[],
): readonly Splice[] | undefined => {
  const kept = entries.findIndex((_entry, index) => !removed.includes(index));
  const [head, heir] = [entries[0], entries[kept]];
  const splices: Splice[] = [];
  let rest = removed;
  // The first key of an item stands behind a dash: the next key moves there.
  if (kept > 0 && head !== undefined && heir !== undefined && isBehindDash(text, head)) {
    splices.push({ start: head.start, end: heir.start, text: "" });
    rest = removed.filter((index) => index > kept);
  }
  for (const index of rest) {
    const splice = removeLines(text, entries[index]);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  return splices;
};

const isBehindDash = (text: string, { name, start }: SourceEntry): boolean =>
  name !== undefined && text.slice(lineStart(text, start), start).includes("-");

const removeLines = (text: string, entry: SourceEntry | undefined): Splice | undefined => {
  if (entry === undefined || entry.start < 0) return undefined;
  const start = lineStart(text, entry.start);
  const before = text.slice(start, entry.start);
  const isAlone = entry.name === undefined ? BEFORE_ITEM.test(before) : before.trim() === "";
  return isAlone ? { start, end: endOfLines(text, entry), text: "" } : undefined;
};

/**
 * Puts lines into a block.
 *
 * @param position - before which of the entries they come; their number for the end
 * @param lines - indented as the block is
 */
export const addToBlock = (
  text: string,
  { entries }: SourceValue,
  position: number,
  lines: string,
): readonly Splice[] | undefined => {
  const next = entries[position];
  const last = entries.at(-1);
  if (last === undefined || next?.start === -1) return undefined;
  const start = next === undefined ? endOfLines(text, last) : lineStart(text, next.start);
  // A text that ends without a line break goes on without one.
  const inserted = start === text.length && !text.endsWith("\n") ? `\n${lines}` : `${lines}\n`;
  return [{ start, end: start, text: inserted }];
};

/** Where the lines of an entry end, and the next ones begin. */
const endOfLines = (text: string, entry: SourceEntry): number => {
  const end = endOfWords(entry);
  return end > 0 && text[end - 1] === "\n" ? end : nextLine(text, end);
};

/** Where the last word of an entry ends, and not where the parser has seen the comments behind it end. */
const endOfWords = ({ keyEnd, value }: SourceEntry): number => {
  if (value.style === "flow") return Math.max(keyEnd, value.end);
  const last = value.entries.at(-1);
  return last === undefined ? value.end : endOfWords(last);
};

/**
 * Writes another value into an entry of a block. A comment behind the old value stays in its line.
 *
 * @param written - the value as it is written behind the colon or the dash, which it follows after a blank or a line break
 */
export const replaceInBlock = (text: string, entry: SourceEntry, written: string): readonly Splice[] | undefined => {
  const { name, value, keyEnd } = entry;
  const wordsEnd = text.slice(0, endOfWords(entry)).trimEnd().length;
  const [first = "", ...rest] = written.split("\n");
  const comment = rest.length === 0 ? "" : (COMMENT.exec(text.slice(wordsEnd, nextLine(text, wordsEnd)))?.[0] ?? "");
  const end = wordsEnd + comment.length;
  const whole = [`${first}${comment}`, ...rest].join("\n");
  const isInLine = value.start > keyEnd && lineStart(text, value.start) === lineStart(text, entry.start);
  // What is aligned by more blanks stays so.
  if (whole.startsWith(" ") && value.start < wordsEnd && (isInLine || name === undefined)) {
    return [{ start: value.start, end, text: whole.slice(1) }];
  }
  if (name === undefined) return undefined;
  const colon = COLON.exec(text.slice(keyEnd));
  if (colon === null) return undefined;
  const start = keyEnd + colon[0].length;
  return [{ start, end: Math.max(start, end), text: whole }];
};
