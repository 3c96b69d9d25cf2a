/** A number whose digits JavaScript's own parser may lose, or that it may not hold: many digits, or an exponent. */
const DELICATE_NUMBER = /\d{16}|\d[eE]/;
const SURROGATE_ESCAPES =
  /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/gs;
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;
const PAIR_LENGTH = 12;
const REPLACEMENT = "\\ufffd";

/** A text that is JSON. */
export type ReadJson =
  | { readonly kind: "value"; readonly value: unknown }
  /** With something in it that only the slower way through YAML reads right, or remarks on. */
  | { readonly kind: "delicate" };

/** What came of an attempt to read a text as JSON. */
export type JsonReading = ReadJson | { readonly kind: "other" };

/**
 * Reads a text that holds one JSON value the fast way, as Go's `encoding/json` would.
 *
 * @param text - the text, of which nothing is known
 * @param depth - deepest nesting accepted
 */
export const parseJson = (text: string, depth: number): JsonReading => {
  const value = parsed(text);
  if (value === undefined) return { kind: "other" };
  return DELICATE_NUMBER.test(text) || !isPlain(value, text, depth) ? { kind: "delicate" } : { kind: "value", value };
};

/** `undefined` is no JSON value. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(withoutLoneSurrogates(text));
  } catch {
    return undefined;
  }
};

/** Go puts U+FFFD in the place of half a surrogate pair. */
const withoutLoneSurrogates = (text: string): string => {
  if (!SURROGATE_ESCAPE.test(text)) return text;
  return text.replace(SURROGATE_ESCAPES, (written) =>
    SURROGATE_ESCAPE.test(written) && written.length < PAIR_LENGTH ? REPLACEMENT : written,
  );
};

/** Whether no key was lost as a duplicate, and nothing is nested too deeply. */
const isPlain = (value: unknown, text: string, depth: number): boolean => {
  const written = text.match(/"\s*:/g)?.length ?? 0;
  let keys = 0;
  let level: unknown[] = [value];
  for (let nesting = 0; level.length > 0; nesting++) {
    if (nesting > depth) return false;
    const below: unknown[] = [];
    for (const node of level) {
      if (typeof node !== "object" || node === null) continue;
      const children = Object.values(node);
      if (!Array.isArray(node)) keys += children.length;
      for (const child of children) below.push(child);
    }
    level = below;
  }
  return keys === written;
};
