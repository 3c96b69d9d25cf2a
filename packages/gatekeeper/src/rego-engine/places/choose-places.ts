import type { Place } from "./resolve-reference.js";

/** What one literal of a violating body has read. */
export interface LiteralReads {
  /** By its own references. */
  readonly own: readonly Place[];
  /** By the rules and functions that it asks. */
  readonly asked: readonly Place[];
  /** By the rules and functions of which it asks that they fail. */
  readonly denied: readonly Place[];
  /** Whether it only makes up the message. */
  readonly isMessage: boolean;
}

/** Fields by which rules find out whether an object concerns them at all. */
const WEAK: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata.name", "metadata.namespace"]);

const isStrong = ({ path }: Place): boolean => path.length > 2 || (path.length > 0 && !WEAK.has(path.join(".")));

/**
 * Chooses among all places that a violating body has read those that it is most likely about: the most specific ones that it
 * reads itself, of several the last; or inside of these what the functions read that it asks. What only the message reads, and
 * what tells the object from others, is the last resort.
 */
export const choosePlaces = (reads: readonly LiteralReads[]): readonly Place[] => {
  const conditions = reads.filter(({ isMessage, asked }) => !isMessage || asked.length > 0);
  const own = mostSpecific(conditions.map((one) => one.own.filter(isStrong)));
  const asked = mostSpecific(conditions.map((one) => one.asked.filter(isStrong)));
  if (asked.length > 0 && areInside(asked, own)) return asked;
  const denied = conditions.map((one) => one.denied.filter(isStrong)).findLast(({ length }) => length > 0) ?? [];
  const last = mostSpecific([denied]);
  if (last.length > 0 && areInside(last, own)) return last;
  return own.length > 0 ? own : mostSpecific(reads.map((one) => one.own));
};

/** The places of the literal that reads deepest, of several the last one. The object as a whole is no place. */
const mostSpecific = (groups: readonly (readonly Place[])[]): readonly Place[] => {
  let deepest = 1;
  let chosen: readonly Place[] = [];
  for (const places of groups) {
    const depth = Math.max(0, ...places.map(({ path }) => path.length));
    if (depth < deepest) continue;
    deepest = depth;
    chosen = places.filter(({ path }) => path.length === depth);
  }
  return alternatives(chosen);
};

/** One literal may read several fields of one thing: the last counts, and the same field of other things. */
const alternatives = (places: readonly Place[]): readonly Place[] => {
  const last = places.at(-1)?.path.at(-1);
  const same = places.filter(({ path }) => path.at(-1) === last || typeof path.at(-1) === "number");
  return [...new Map(same.map((place) => [JSON.stringify(place.path), place])).values()];
};

/** Whether places lie inside of others; everything lies inside of the object. */
const areInside = (inner: readonly Place[], outer: readonly Place[]): boolean =>
  outer.length === 0 ||
  inner.every(({ path }) =>
    outer.some((other) => other.path.length < path.length && other.path.every((step, index) => step === path[index])),
  );
