import type { Location } from "../../syntax/location.js";
import { certain } from "../../value/certain.js";
import { compareText } from "../../value/text-order.js";
import { type Condition, type Conditions, type Source, sourceKey } from "./conditions.js";

/**
 * The order in which OPA tries the definitions of a rule: that in which a walk through its index meets them, and in their own
 * order where it meets them together. It shows in which of several errors comes first.
 *
 * @param definitions - the conditions of each definition
 * @returns The positions of the definitions, the first to try first.
 */
export function orderOfDefinitions(definitions: readonly Conditions[]): readonly number[] {
  const keys = sourcesByFrequency(definitions.flatMap(({ mentions }) => mentions));
  const ranks = definitions.map(({ conditions }) => ranksOf(conditions, keys));
  const positions = definitions.map((_, position) => position);
  return positions.sort((left, right) => compareRanks(certain(ranks[left], "ranks"), certain(ranks[right], "ranks")));
}

/** The sources that are mentioned most come first, then those that stand first. */
function sourcesByFrequency(mentions: readonly Source[]): readonly string[] {
  const found = new Map<string, { readonly source: Source; count: number }>();
  for (const source of mentions) {
    const known = found.get(sourceKey(source));
    if (known === undefined) found.set(sourceKey(source), { source, count: 1 });
    else known.count += 1;
  }
  const sorted = [...found].sort(
    ([, left], [, right]) => right.count - left.count || comparePlaces(left.source, right.source),
  );
  return sorted.map(([key]) => key);
}

function comparePlaces(left: Source, right: Source): number {
  const [one, other] = [placeOf(left), placeOf(right)];
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  return compareText(one.file, other.file) || one.row - other.row || one.column - other.column;
}

const placeOf = (source: Source): Location | undefined =>
  source.kind === "argument" ? undefined : source.reference.location;

/** Where the walk meets a definition at each source; a definition that ends early is met before what follows. */
function ranksOf(conditions: readonly Condition[], keys: readonly string[]): readonly number[] {
  if (conditions.length === 0) return [];
  const ranks: number[] = [];
  for (const key of keys) {
    const condition = conditions.find((one) => one.key === key);
    ranks.push(condition === undefined ? 0 : rankOf(condition));
    if (condition !== undefined && isSplit(condition)) break;
  }
  return ranks;
}

const rankByKind = { defined: 1, array: 2, scalar: 3, glob: 4 } as const;

function rankOf({ expectations }: Condition): number {
  const isVague = expectations.some(({ kind }) => kind === "defined");
  return isVague ? rankByKind.defined : rankByKind[certain(expectations[0], "expectation").kind];
}

/** Several values are several branches of the index, and the definition stands at the end of each. */
const isSplit = ({ expectations }: Condition): boolean =>
  expectations.length > 1 && expectations.every(({ kind }) => kind !== "defined");

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = certain(left[index], "rank") - certain(right[index], "rank");
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
