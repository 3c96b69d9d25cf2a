import { clip, showControls } from "./visible-text.js";

/**
 * Writes a text as a code span of Markdown: there nothing is a link, a mention, HTML or emphasis. The fence is longer than
 * any in the text. Not for tables, where a bar ends even code.
 */
export const codeSpan = (text: string): string => {
  const shown = showControls(clip(text));
  const fence = "`".repeat(1 + Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)));
  const padding = /^`|`$|^ .* $|^ *$/.test(shown) ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
};
