import type { Remark } from "./remarks.js";

const PLACEHOLDER = /\{\{|\{%/;

/**
 * Explains an error by a placeholder of a template (Helm, Jinja, Go) that nobody has rendered, if there is one on its
 * line or on the line before.
 *
 * @param text - the unreadable text
 * @param remark - the error
 */
export const explainTemplate = (text: string, remark: Remark): Remark => {
  const lineStart = text.lastIndexOf("\n", remark.offset - 1) + 1;
  const lineEnd = text.indexOf("\n", remark.offset);
  const start = text.lastIndexOf("\n", lineStart - 2) + 1;
  const found = PLACEHOLDER.exec(text.slice(start, lineEnd < 0 ? text.length : lineEnd));
  if (found === null) return remark;
  const message = `template placeholders have to be rendered first (${remark.message})`;
  return { severity: "error", code: "template-placeholder", message, offset: start + found.index };
};
