/**
 * Spreads compact JSON over lines as Go's `json.Indent` does: each line but the first begins with the prefix and the indent of its
 * depth; empty collections stay together.
 */
export function indentJson(text: string, prefix: string, indent: string): string {
  let depth = 0;
  const newLine = (): string => `\n${prefix}${indent.repeat(depth)}`;
  const spread = text.replace(/"(?:[^"\\]|\\.)*"|\[\]|\{\}|[[\]{},:]/g, (token) => {
    if (token === "," || token === ":") return token === ":" ? ": " : `,${newLine()}`;
    if (token === "[" || token === "{") {
      depth += 1;
      return token + newLine();
    }
    if (token !== "]" && token !== "}") return token;
    depth -= 1;
    return newLine() + token;
  });
  return prefix + spread;
}
