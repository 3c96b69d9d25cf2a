import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { type GlobSymbol, readGlobSymbols } from "./glob-symbols.js";
import type { Operands } from "./operands.js";

/** The builtin that tells whether some text matches two patterns of characters, dots, classes, `+` and `*`. */
export const globsMatchBuiltins: readonly BuiltinDefinition[] = [
  { name: "regex.globs_match", signature: "glob1: string, glob2: string -> result: boolean", call: globsMatch },
];

function globsMatch(operands: Operands, context: BuiltinContext): boolean {
  const [left, right] = [symbolsOf(operands.string(1), operands), symbolsOf(operands.string(2), operands)];
  context.charge((left.length + 1) * (right.length + 1));
  return haveCommonText(left, right);
}

function symbolsOf(pattern: string, operands: Operands): readonly GlobSymbol[] {
  const reading = readGlobSymbols(pattern);
  if (!reading.ok) throw operands.fault(reading.message);
  return reading.symbols;
}

/** Walks both patterns at once; a pair of places is visited once. The empty pattern meets only itself. */
function haveCommonText(left: readonly GlobSymbol[], right: readonly GlobSymbol[]): boolean {
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  const width = right.length + 1;
  const reached = new Set<number>([0]);
  for (const place of reached) {
    const [leftIndex, rightIndex] = [Math.floor(place / width), place % width];
    if (leftIndex === left.length && rightIndex === right.length) return true;
    for (const next of successors(left, leftIndex, right, rightIndex)) reached.add(next[0] * width + next[1]);
  }
  return false;
}

type Places = readonly (readonly [number, number])[];

/** A repeated symbol may be left out where that is allowed, or stay after a character that both sides accept. */
function successors(
  left: readonly GlobSymbol[],
  leftIndex: number,
  right: readonly GlobSymbol[],
  rightIndex: number,
): Places {
  const [leftSymbol, rightSymbol] = [left[leftIndex], right[rightIndex]];
  const places: (readonly [number, number])[] = [];
  if (leftSymbol?.isOptional === true) places.push([leftIndex + 1, rightIndex]);
  if (rightSymbol?.isOptional === true) places.push([leftIndex, rightIndex + 1]);
  if (leftSymbol === undefined || rightSymbol === undefined || !overlap(leftSymbol, rightSymbol)) return places;
  for (const nextLeft of leftSymbol.isRepeated ? [leftIndex, leftIndex + 1] : [leftIndex + 1]) {
    for (const nextRight of rightSymbol.isRepeated ? [rightIndex, rightIndex + 1] : [rightIndex + 1]) {
      places.push([nextLeft, nextRight]);
    }
  }
  return places;
}

const overlap = (left: GlobSymbol, right: GlobSymbol): boolean =>
  left.ranges.some(([low, high]) => right.ranges.some(([otherLow, otherHigh]) => low <= otherHigh && otherLow <= high));
