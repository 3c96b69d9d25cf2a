/**
 * Whether a name fits one of Gatekeeper's wildcard patterns: a literal, with `*` at its beginning, its end, or both. A `*`
 * inside is a character like any other. Case counts.
 *
 * @source gatekeeper, pkg/wildcard/wildcard.go
 */
export const matchesGlob = (pattern: string, name: string): boolean => {
  const isSuffix = pattern.startsWith("*");
  const isPrefix = pattern.endsWith("*");
  if (isSuffix && isPrefix) return name.includes(pattern.slice(1, -1));
  if (isSuffix) return name.endsWith(pattern.slice(1));
  return isPrefix ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
};

/**
 * Whether a pattern fits a name that is yet to be completed: of `metadata.generateName` only the beginning is known, so only
 * patterns that leave the end open can fit.
 */
export const matchesGeneratedName = (pattern: string, prefix: string): boolean =>
  pattern.endsWith("*") && matchesGlob(pattern, prefix);
