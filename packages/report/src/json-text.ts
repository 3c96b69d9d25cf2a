/** Deeper values are cut off, so that no value overflows the stack. What is read from a manifest is never so deep. */
const DEEPEST = 1000;
/** Text that JSON writes as it is. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/**
 * Writes a value as JSON on one line. Unlike `JSON.stringify` it writes integers beyond 2^53 digit by digit, and cannot be
 * made to fail; functions and `undefined` are left out.
 */
export const writeJson = (value: unknown): string => write(value, 0);

const write = (value: unknown, depth: number): string => {
  if (typeof value === "string") return writeString(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (depth === DEEPEST) return '"…"';
  return Array.isArray(value) ? writeList(value, depth + 1) : writeFields(value, depth + 1);
};

/** Most texts need no escaping, and are recognised faster than `JSON.stringify` writes them. */
const writeString = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

const writeList = (list: readonly unknown[], depth: number): string => {
  let text = "";
  for (const item of list) text += `${text === "" ? "" : ","}${write(item, depth)}`;
  return `[${text}]`;
};

const writeFields = (fields: object, depth: number): string => {
  let text = "";
  for (const [key, field] of Object.entries(fields)) {
    if (field === undefined || typeof field === "function") continue;
    text += `${text === "" ? "" : ","}${writeString(key)}:${write(field, depth)}`;
  }
  return `{${text}}`;
};
