import type { GlobPart } from "./glob-pattern.js";

/*
 * What the library that OPA used up to the release inside Gatekeeper does otherwise than its documentation says. Templates decide
 * by it, so it is reproduced for that release.
 */

/**
 * The length to which alternatives are confined: those next to a part of fixed length count as of fixed length themselves when
 * their last ones are, even if the first are not. So `{a*,b}c` does not match `abc`. Undefined: no confinement.
 */
export function confinedLength(parts: readonly GlobPart[], index: number): number | undefined {
  const part = parts[index];
  if (part?.kind !== "alternatives") return undefined;
  const length = fixedLength(part);
  const hasFixedNeighbour = [parts[index - 1], parts[index + 1]].some(
    (neighbour) => neighbour !== undefined && fixedLength(neighbour) !== undefined,
  );
  return hasFixedNeighbour ? length : undefined;
}

function fixedLength(part: GlobPart): number | undefined {
  if (part.kind === "any") return undefined;
  if (part.kind === "text") return Array.from(part.text).length;
  return part.kind === "alternatives" ? claimedLength(part.of) : 1;
}

/** The first lengths that are unknown are forgotten as soon as a known one follows. */
function claimedLength(alternatives: readonly (readonly GlobPart[])[]): number | undefined {
  let claimed: number | undefined;
  for (const alternative of alternatives) {
    const length = lengthOf(alternative);
    if (claimed !== undefined && length !== claimed) return undefined;
    claimed ??= length;
  }
  return claimed;
}

function lengthOf(parts: readonly GlobPart[]): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const length = fixedLength(part);
    if (length === undefined) return undefined;
    sum += length;
  }
  return sum;
}

/** Whether a pattern that wants one character of many matches the empty text: `?` and `[!a]` do when they stand alone. */
export function matchesEmptyText(parts: readonly GlobPart[]): boolean {
  const [part, another] = parts;
  if (part === undefined || another !== undefined) return false;
  if (part.kind === "alternatives") return part.of.some(matchesEmptyText);
  return part.kind === "one" || (part.kind === "class" && part.negated);
}

/** The texts around a single run that no delimiter ends: it suffices that a text begins and ends with them, even overlapping. */
export function textsAroundRun(
  parts: readonly GlobPart[],
  hasDelimiters: boolean,
): readonly [string, string] | undefined {
  const [before, run, after, ...rest] = parts;
  if (before?.kind !== "text" || run?.kind !== "any" || after?.kind !== "text" || rest.length > 0) return undefined;
  return run.delimited && hasDelimiters ? undefined : [before.text, after.text];
}

/** Whether a pattern of several parts refuses the empty text: it does unless they are runs of one kind. */
export function refusesEmptyText(parts: readonly GlobPart[], hasDelimiters: boolean): boolean {
  const kinds = new Set(parts.map((part) => (part.kind === "any" ? part.delimited && hasDelimiters : "other")));
  return parts.length > 1 && (kinds.size > 1 || kinds.has("other"));
}
