const encoder = /* @__PURE__ */ new TextEncoder();

/** The text in double quotes as Go's `time` package writes it in errors: control and non-ASCII characters as their bytes. */
export const quoteForTime = (text: string): string => `"${text.replace(/["\\]|[^ -\x7f]/gu, escapeCharacter)}"`;

function escapeCharacter(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  return Array.from(encoder.encode(character), (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
