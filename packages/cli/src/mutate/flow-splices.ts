import type { SourceEntry } from "./source-tree.js";
import { lineStart, type Splice } from "./splice.js";

/**
 * Takes entries out from between brackets. Not all of them: then the brackets would need to be written anew.
 *
 * @param removed - positions of entries, ascending
 */
export const removeFromFlow = (entries: readonly SourceEntry[], removed: readonly number[]): readonly Splice[] =>
  runsOf(removed).map(([first, last]) => {
    const next = entries[last + 1];
    // With the last entry goes the comma before it, with any other the one behind.
    const start = next === undefined ? entries[first - 1]?.value.end : entries[first]?.start;
    return { start: start ?? 0, end: next?.start ?? entries[last]?.value.end ?? 0, text: "" };
  });

const runsOf = (positions: readonly number[]): readonly (readonly [first: number, last: number])[] => {
  const runs: (readonly [number, number])[] = [];
  for (const position of positions) {
    const [first, last] = runs.at(-1) ?? [];
    if (first !== undefined && last === position - 1) runs.splice(-1, 1, [first, position]);
    else runs.push([position, position]);
  }
  return runs;
};

/**
 * Puts entries between brackets that hold some already, each on a line of its own if those are.
 *
 * @param position - before which of the entries they come; their number for the end
 */
export const addToFlow = (
  text: string,
  entries: readonly SourceEntry[],
  position: number,
  added: readonly string[],
): readonly Splice[] => {
  const next = entries[position];
  const neighbour = next ?? entries.at(-1);
  if (neighbour === undefined) return [];
  const before = text.slice(lineStart(text, neighbour.start), neighbour.start);
  const separator = before.trim() === "" && entries.length > 1 ? `,\n${before}` : ", ";
  if (next === undefined) {
    const { end } = neighbour.value;
    return [{ start: end, end, text: added.map((entry) => `${separator}${entry}`).join("") }];
  }
  return [{ start: next.start, end: next.start, text: added.map((entry) => `${entry}${separator}`).join("") }];
};
