import type { FieldPath } from "@ostiary/core";

/** Fields of objects made by an expansion that are not taken from the source, but from the object itself. */
const OWN_FIELDS: readonly FieldPath[] = [
  ["apiVersion"],
  ["kind"],
  ["metadata", "name"],
  ["metadata", "namespace"],
  ["metadata", "ownerReferences"],
];

/** What owners are told by lies nowhere: the object itself is the owner. */
const NOWHERE = "ownerReferences";

/**
 * Maps a place in an object that an expansion made to the place in the object that it was made of: where the user wrote it, or
 * would have to.
 *
 * @param source - where the object lies in the other one, as `expand` tells
 */
export const originalPath = (source: FieldPath, path: FieldPath): FieldPath => {
  const own = OWN_FIELDS.find((field) => field.every((name, index) => path[index] === name));
  if (own === undefined) return [...source, ...path];
  return own.at(-1) === NOWHERE ? [] : path;
};
