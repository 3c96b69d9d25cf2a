import { code, plain } from "./page.js";

/** What a structured comment says of a rule under one name. */
interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The row of a fact in a table. Fields stand on lines of their own; other texts are only wrapped. */
export const describeFact = ({ name, lines }: Fact): readonly string[] => [
  name,
  markCode(lines.join(name === "Fields" ? "\n" : " ")),
];

/** Shows what stands in backticks, or looks like the path of a field, as code. */
export const markCode = (text: string): string =>
  text
    .split(/(`[^`]+`|(?:spec|metadata)\.\S*[^\s,;:])/)
    .map((part, index) => (index % 2 === 1 ? code(part.replaceAll("`", "")) : plain(part)))
    .join("");
