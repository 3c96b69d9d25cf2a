import type { GraphqlWalk } from "./graphql-walk.js";

/**
 * A question that names what may have been meant, with a space before it; empty when nothing is similar.
 *
 * @param question - the words before the names
 * @param written - what was written instead
 */
export function suggest(walk: GraphqlWalk, question: string, written: string, names: readonly string[]): string {
  const similar = similarNames(walk, written, names);
  return similar.length === 0 ? "" : ` ${question} ${quotedList(similar)}?`;
}

/** Names that are similar to what was written, the most similar first. */
export function similarNames(walk: GraphqlWalk, written: string, names: readonly string[]): readonly string[] {
  const farthest = Math.floor(written.length * 0.4) + 1;
  return names
    .map((name) => ({ name, distance: lexicalDistance(walk, written, name, farthest) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((left, right) => left.distance - right.distance)
    .map(({ name }) => name);
}

/** At most five names in quotes: `"a", "b", or "c"`. */
export const quotedList = (names: readonly string[]): string => list(names.map((name) => `"${name}"`));

/** The same without quotes. */
export function list(names: readonly string[]): string {
  const few = names.slice(0, 5);
  if (few.length === 2) return few.join(" or ");
  return few.map((name, index) => (index > 0 && index === few.length - 1 ? `or ${name}` : name)).join(", ");
}

/** How many characters must change; that only the case differs counts as one. */
function lexicalDistance(walk: GraphqlWalk, left: string, right: string, farthest: number): number {
  walk.schema.charge(1);
  if (left === right) return 0;
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  if (first === second) return 1;
  // Texts of very different length are not looked at.
  if (Math.abs(first.length - second.length) > farthest) return Number.POSITIVE_INFINITY;
  walk.schema.charge(Math.ceil((first.length * second.length) / 64));
  return editDistance(first, second);
}

/** Insertions, deletions and substitutions between two texts (Levenshtein). */
function editDistance(left: string, right: string): number {
  let distances = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (distances[column - 1] ?? 0) + Number(left[row - 1] !== right[column - 1]);
      next.push(Math.min(substitution, (distances[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    distances = next;
  }
  return distances[right.length] ?? 0;
}
