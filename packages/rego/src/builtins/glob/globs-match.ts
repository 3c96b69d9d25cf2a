import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { type GlobSymbol, readGlobSymbols } from "./glob-symbols.js";

/** The builtin that tells whether some text matches two patterns of characters, dots, classes, `+` and `*`. */
export const globsMatchBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("regex.globs_match", globsMatch),
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

/** A place in both patterns, and whether a character has been met on the way. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly hasCharacter: boolean;
}

/** Walks both patterns at once; a place is visited once. A text of no characters is common to empty patterns only. */
function haveCommonText(left: readonly GlobSymbol[], right: readonly GlobSymbol[]): boolean {
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  const visited = new Set<number>();
  const pending: Place[] = [{ left: 0, right: 0, hasCharacter: false }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (place.left === left.length && place.right === right.length && place.hasCharacter) return true;
    const key = 2 * (place.left * (right.length + 1) + place.right) + Number(place.hasCharacter);
    if (visited.has(key)) continue;
    visited.add(key);
    pending.push(...successors(left[place.left], right[place.right], place));
  }
  return false;
}

/** A repeated symbol may be left out where that is allowed, or stay after a character that both sides accept. */
function successors(left: GlobSymbol | undefined, right: GlobSymbol | undefined, place: Place): readonly Place[] {
  const places: Place[] = [];
  if (left?.isOptional === true) places.push({ ...place, left: place.left + 1 });
  if (right?.isOptional === true) places.push({ ...place, right: place.right + 1 });
  if (left === undefined || right === undefined || !overlap(left, right)) return places;
  for (const leftStep of left.isRepeated ? [0, 1] : [1]) {
    for (const rightStep of right.isRepeated ? [0, 1] : [1]) {
      places.push({ left: place.left + leftStep, right: place.right + rightStep, hasCharacter: true });
    }
  }
  return places;
}

const overlap = (left: GlobSymbol, right: GlobSymbol): boolean =>
  left.ranges.some(([low, high]) => right.ranges.some(([otherLow, otherHigh]) => low <= otherHigh && otherLow <= high));
