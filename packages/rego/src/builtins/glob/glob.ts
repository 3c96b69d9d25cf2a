import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { countCodePoints } from "../text/code-points.js";
import { compileGlob, type GlobMatcher } from "./glob-matcher.js";
import { readGlob } from "./glob-pattern.js";

/** Builtins of glob patterns. */
export const globBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "glob.match",
    signature: "pattern: string, delimiters: null|array[string], match: string -> result: boolean",
    remembered: true,
    call: match,
  },
  {
    name: "glob.quote_meta",
    signature: "pattern: string -> output: string",
    call: (operands) => operands.string(1).replace(/[*?\\[\]{}]/g, "\\$&"),
  },
];

function match(operands: Operands, context: BuiltinContext): boolean {
  const pattern = operands.string(1);
  const delimiters = delimitersOf(operands);
  const text = operands.string(3);
  context.charge(Math.ceil((text.length * (pattern.length + 1)) / 64));
  return matcherOf(pattern, delimiters, operands, context)(text);
}

/** No delimiters for null, a dot for none given, else characters. */
function delimitersOf(operands: Operands): readonly string[] {
  if (operands.value(2) === null) return [];
  if (!Array.isArray(operands.value(2))) throw operands.mismatch(2, operands.value(2), "array", "null");
  const array = operands.array(2);
  if (array.length === 0) return ["."];
  return array.map((delimiter) => {
    if (typeof delimiter !== "string") throw operands.memberMismatch(2, array, delimiter, "string");
    if (countCodePoints(delimiter) !== 1) throw operands.memberMismatch(2, array, delimiter, "rune");
    return delimiter;
  });
}

function matcherOf(
  pattern: string,
  delimiters: readonly string[],
  operands: Operands,
  context: BuiltinContext,
): GlobMatcher {
  const key = `glob:${delimiters.join("")}:${pattern}`;
  // Only this function writes under this key.
  const known = context.memory.get(key) as GlobMatcher | undefined;
  if (known !== undefined) return known;
  const reading = readGlob(pattern, context.reference);
  if (!reading.ok) throw operands.fault(reading.message);
  const matcher = compileGlob(reading.parts, delimiters, context.reference);
  context.memory.set(key, matcher);
  return matcher;
}
