/** The bytes that a value serialises to, for comparing answers. */
export const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner));
