/** The pattern of a template and the patterns inside its delimiters, or why there are none. */
export type TemplatePattern =
  | { readonly ok: true; readonly pattern: string; readonly inner: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * The pattern of a template: text outside the delimiters stands for itself, text inside is a pattern; the whole is anchored.
 * Delimiters nest.
 */
export function templatePattern(template: string, start: string, end: string): TemplatePattern {
  const parts: string[] = ["^"];
  const inner: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < template.length; index += 1) {
    const character = template.charAt(index);
    if (character === start) {
      if (depth === 0) parts.push(quotePattern(template.slice(from, index)));
      if (depth === 0) from = index + 1;
      depth += 1;
    } else if (character === end) {
      depth -= 1;
      if (depth < 0) return unbalanced(template);
      if (depth > 0) continue;
      inner.push(template.slice(from, index));
      parts.push(`(${template.slice(from, index)})`);
      from = index + 1;
    }
  }
  if (depth !== 0) return unbalanced(template);
  return { ok: true, inner, pattern: `${parts.join("")}${quotePattern(template.slice(from))}$` };
}

const unbalanced = (template: string): TemplatePattern => ({
  ok: false,
  message: `unbalanced braces in "${template}"`,
});

/** Escapes what has a meaning in patterns, as Go's `QuoteMeta` does. */
const quotePattern = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
