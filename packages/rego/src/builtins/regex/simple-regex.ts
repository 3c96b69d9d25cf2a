import type { CompiledRegex, RegexMatch } from "./regex-engine.js";

/** One character: a letter, digit or harmless sign, an escaped sign, a dot, or a class of plain characters and ranges. */
const character =
  /[\w \-/:@,=;<>&#%!~"']|\\[.\-/+*?()|[\]{}^$\\]|\.|\[\^?(?:[\w./:@,]-[\w./:@,]|[\w ./:@,]|\\[.\-/+])+-?\]/y;

/**
 * A pattern that the built-in engine runs with the semantics and the linear time of RE2: characters in a row, perhaps anchored,
 * each perhaps optional, and at most one repeated without bound, which needs an anchor at the start. Undefined for all others.
 */
export function simpleRegex(pattern: string): CompiledRegex | undefined {
  const source = simpleSource(pattern);
  if (source === undefined) return undefined;
  const tester = new RegExp(source, "u");
  const finder = new RegExp(source, "gu");
  return {
    groupCount: 0,
    groupNames: new Map(),
    test: (text) => tester.test(text),
    match: (text, from): RegexMatch | undefined => {
      finder.lastIndex = from;
      const match = finder.exec(text);
      return match === null ? undefined : [match.index, match.index + match[0].length];
    },
  };
}

/** The pattern for the built-in engine, whose dot excludes more line ends and whose escapes are stricter. */
function simpleSource(pattern: string): string | undefined {
  const start = pattern.startsWith("^") ? 1 : 0;
  const end = pattern.endsWith("$") && !pattern.endsWith("\\$") ? pattern.length - 1 : pattern.length;
  let source = start === 1 ? "^" : "";
  let loops = 0;
  for (let position = start; position < end; ) {
    character.lastIndex = position;
    const atom = character.exec(pattern)?.[0];
    if (atom === undefined || hasReversedRange(atom)) return undefined;
    position += atom.length;
    const quantifier = "?*+".includes(pattern.charAt(position)) ? pattern.charAt(position) : "";
    position += quantifier.length;
    if (quantifier !== "" && "?*+{".includes(pattern.charAt(position)) && position < end) return undefined;
    if (quantifier === "*" || quantifier === "+") loops += 1;
    source += translate(atom) + quantifier;
  }
  if (loops > 1 || (loops === 1 && start === 0)) return undefined;
  return end < pattern.length ? `${source}$` : source;
}

const range = /([\w./:@,])-([\w./:@,])|\\?./g;

/** Whether a class has a range that ends before it begins: an error, which RE2 words. */
const hasReversedRange = (atom: string): boolean =>
  atom.startsWith("[") &&
  [...atom.slice(1, -1).matchAll(range)].some(
    ([, first, last]) => first !== undefined && last !== undefined && first > last,
  );

function translate(atom: string): string {
  if (atom === ".") return "[^\\n]";
  if (atom.startsWith("[")) return atom.replace(/-\]$/, "\\-]");
  return atom === "\\-" ? "-" : atom;
}
