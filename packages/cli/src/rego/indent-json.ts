const STRUCTURE = /\{\}|\[\]|["{}[\]:,]/g;
const DEEPER: Readonly<Record<string, number>> = { "{": 1, "[": 1, "}": -1, "]": -1 };

/**
 * Spreads compact JSON over lines, as Go's encoder does: empty collections stay on their line.
 *
 * @param indent - stands before a line, once for each level
 */
export const indentJson = (compact: string, indent = "  "): string => {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  const structure = new RegExp(STRUCTURE);
  for (let found = structure.exec(compact); found !== null; found = structure.exec(compact)) {
    const [sign] = found;
    if (sign === '"') structure.lastIndex = endOfString(compact, found.index);
    if (sign === '"' || sign.length === 2) continue;
    depth += DEEPER[sign] ?? 0;
    pieces.push(compact.slice(start, found.index), separated(sign, lineBreak(depth, indent)));
    start = structure.lastIndex;
  }
  pieces.push(compact.slice(start));
  return pieces.join("");
};

const separated = (sign: string, lineBreak: string): string => {
  if (sign === ":") return ": ";
  return DEEPER[sign] === -1 ? lineBreak + sign : sign + lineBreak;
};

/** The offset behind a string that begins at `start`: its quote is not escaped. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
};

const lineBreak = (depth: number, indent: string): string => `\n${indent.repeat(depth)}`;

/** Compact JSON of an object whose members are JSON already; those without a value are left out. */
export const jsonObject = (members: Readonly<Record<string, string | undefined>>): string => {
  const written = Object.entries(members).filter(([, json]) => json !== undefined);
  return `{${written.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
};

/** Compact JSON of an array whose items are JSON already. */
export const jsonArray = (items: readonly string[]): string => `[${items.join(",")}]`;
