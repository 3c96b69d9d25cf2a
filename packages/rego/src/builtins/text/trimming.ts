import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";

const cutset = "value: string, cutset: string -> output: string";

/** Builtins that cut off the ends of strings. */
export const trimmingBuiltins: readonly BuiltinDefinition[] = [
  { name: "trim", signature: cutset, call: (operands) => trimEnd(trimStart(operands.string(1), operands), operands) },
  { name: "trim_left", signature: cutset, call: (operands) => trimStart(operands.string(1), operands) },
  { name: "trim_right", signature: cutset, call: (operands) => trimEnd(operands.string(1), operands) },
  { name: "trim_prefix", signature: "value: string, prefix: string -> output: string", call: trimPrefix },
  { name: "trim_suffix", signature: "value: string, suffix: string -> output: string", call: trimSuffix },
  {
    name: "trim_space",
    signature: "value: string -> output: string",
    call: (operands) => trimSpace(operands.string(1)),
  },
];

function trimStart(text: string, operands: Operands): string {
  const characters = new Set(operands.string(2));
  let start = 0;
  for (const character of text) {
    if (!characters.has(character)) break;
    start += character.length;
  }
  return text.slice(start);
}

function trimEnd(text: string, operands: Operands): string {
  const characters = new Set(operands.string(2));
  let end = text.length;
  while (end > 0) {
    const last = lastCodePoint(text, end);
    if (!characters.has(last)) break;
    end -= last.length;
  }
  return text.slice(0, end);
}

function lastCodePoint(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(end - 1, end);
}

function trimPrefix(operands: Operands): string {
  const [text, prefix] = [operands.string(1), operands.string(2)];
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function trimSuffix(operands: Operands): string {
  const [text, suffix] = [operands.string(1), operands.string(2)];
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
}

/** What Go's `unicode.IsSpace` accepts: JavaScript's white space without the byte order mark, but with U+0085. */
const isSpace = (character: string): boolean =>
  character === "\u0085" || (/\s/.test(character) && character !== "\ufeff");

/** Cuts off white space as Go's `strings.TrimSpace` does. */
function trimSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
