/**
 * Replaces the escapes of a string literal, as JSON has them: half a surrogate pair becomes U+FFFD.
 *
 * @param text - what stands between the quotes
 * @returns undefined when an escape is none of JSON's, or when a control character stands beside an escape: OPA reads literals
 * without a backslash as they are
 */
export function decodeString(text: string): string | undefined {
  if (!text.includes("\\")) return text;
  try {
    const decoded: string = JSON.parse(`"${text}"`);
    return decoded.replace(/\p{Surrogate}/gu, "\ufffd");
  } catch {
    return undefined;
  }
}
