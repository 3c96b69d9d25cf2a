/** A page of the site. */
export interface Page {
  /** Its path below docs/. */
  readonly path: string;
  /** Markdown. */
  readonly text: string;
}

/** A table; what is in the cells is Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escapeCell).join(" | ")} |`).join("\n");

const escapeCell = (cell: string): string => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>");

/** Text as code within a line. */
export const code = (text: string): string => `\`${text}\``;

/** Text as a block of code. */
export const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** Text in which nothing is Markdown or HTML. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]{}<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
