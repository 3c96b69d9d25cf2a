const longestText = 200;

/** What was thrown, on one line: whatever it is, saying so must not throw again. */
export function internalErrorText(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return text.replace(/\s+/g, " ").slice(0, longestText);
  } catch {
    return "an error that has no text";
  }
}
