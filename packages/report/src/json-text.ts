/** Deeper values are cut off, so that no value overflows the stack. What is read from a manifest is never so deep. */
const DEEPEST = 1000;

/**
 * Writes a value as JSON on one line. Unlike `JSON.stringify` it writes integers beyond 2^53 digit by digit, and cannot be
 * made to fail; functions and `undefined` are left out.
 */
export const writeJson = (value: unknown): string => write(value, 0);

const write = (value: unknown, depth: number): string => {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (depth === DEEPEST) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  const fields: string[] = [];
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined || typeof field === "function") continue;
    fields.push(`${JSON.stringify(key)}:${write(field, depth + 1)}`);
  }
  return `{${fields.join(",")}}`;
};
