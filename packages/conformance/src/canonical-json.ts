type Fields = Readonly<Record<string, unknown>>;

/**
 * Writes a JSON value with the keys of every object sorted by UTF-16 code units, as `JSON.stringify` would: fields that are
 * `undefined` are left out. Integers of type `bigint` are written as what they are.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  // What is neither an array nor null is an object with fields.
  const fields = value as Fields;
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(fields[name])}`)
    .join(",")}}`;
};
