// Reads the structured comments above rules: sentences, an empty line, then facts: a name in the first columns, and lines of text
// behind it.
import { readdirSync, readFileSync } from "node:fs";

const COMMENT = /\/\*\*\n((?: \*.*\n)+?) \*\/\n(?=(.*\n.*\n?))/g;
const NAME_WIDTH = 9;

/** Every comment in the source files of a folder: its lines without stars, and the two lines of source below it. */
export function* commentsIn(folder) {
  for (const name of readdirSync(folder)) {
    if (!/(?<!\.test)\.ts$/.test(name)) continue;
    for (const [, text, below] of readFileSync(new URL(name, folder), "utf8").matchAll(COMMENT))
      yield {
        lines: text
          .trimEnd()
          .split("\n")
          .map((line) => line.replace(/^ \* ?/, "")),
        below,
      };
  }
}

/** Reads a comment from its lines. What stands behind a second empty line is for programmers, and so are links. */
export function readComment(lines) {
  const gap = lines.indexOf("");
  const end = lines.indexOf("", gap + 1);
  const facts = [];
  for (const line of gap < 0 ? [] : lines.slice(gap + 1, end < 0 ? undefined : end)) {
    const text = withoutLinks(line.slice(NAME_WIDTH).trim());
    if (/^[A-Z]/.test(line)) facts.push({ name: line.slice(0, NAME_WIDTH).trim(), lines: [text] });
    else facts.at(-1)?.lines.push(text);
  }
  const summary = withoutLinks(lines.slice(0, gap < 0 ? undefined : gap).join(" "));
  return { summary, facts: facts.filter(({ name, lines: [first] }) => name !== "Source" && first) };
}

const withoutLinks = (text) => text.replace(/: \{@link.*$/, ".").replace(/, see \{@link \w+\}/g, "");
