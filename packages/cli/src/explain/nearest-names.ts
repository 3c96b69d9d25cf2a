import { editDistance } from "./edit-distance.js";

/** How many names are worth suggesting. */
const MOST_NAMES = 3;
/** A name that takes more changes than this share of its letters is another name. */
const FARTHEST = 0.4;

/**
 * The names that somebody may have meant: those that contain the text, or that it contains, and those that a few letters
 * turn it into; the nearest first.
 */
export const nearestNames = (text: string, names: readonly string[]): readonly string[] => {
  const wanted = normalize(text);
  if (wanted === "") return [];
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, normalize(name)) }))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
};

const normalize = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** From 0, the same, to 1, nothing in common. */
const distanceOf = (wanted: string, name: string): number => {
  if (wanted === name) return 0;
  if (name.includes(wanted) || wanted.includes(name)) return FARTHEST / 2;
  return editDistance(wanted, name) / Math.max(wanted.length, name.length);
};
