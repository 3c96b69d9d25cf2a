/** What a set of constraints has in common whatever it is about. */
export interface SubtreeKind<Constraint, Name> {
  /** The order that constraints are searched in. */
  readonly compare: (left: Constraint, right: Constraint) => number;
  /** The order of a constraint and a name. */
  readonly compareName: (constraint: Constraint, name: Name) => number;
  /** Whether all names of the second are names of the first. */
  readonly includes: (outer: Constraint, inner: Constraint) => boolean;
  readonly admits: (constraint: Constraint, name: Name) => boolean;
}

/**
 * The constraint that a name is under; undefined when there is none.
 *
 * Source: Go 1.26, which sorts constraints, leaves out those that others include, and looks at one before the name only.
 *
 * @param sorted - the constraints, see {@link sortSubtrees}
 */
export function findSubtree<Constraint, Name>(
  sorted: readonly Constraint[],
  name: Name,
  { compareName, admits }: SubtreeKind<Constraint, Name>,
): Constraint | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const constraint = sorted[middle];
    if (constraint !== undefined && compareName(constraint, name) < 0) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  if (found !== undefined && compareName(found, name) === 0) return found;
  const before = sorted[Math.max(0, low - 1)];
  return before !== undefined && admits(before, name) ? before : undefined;
}

/** Sorts constraints, and leaves out those that the one before includes. */
export function sortSubtrees<Constraint, Name>(
  constraints: readonly Constraint[],
  { compare, includes }: SubtreeKind<Constraint, Name>,
): readonly Constraint[] {
  const kept: Constraint[] = [];
  for (const constraint of [...constraints].sort(compare)) {
    const last = kept.at(-1);
    if (last === undefined || !includes(last, constraint)) kept.push(constraint);
  }
  return kept;
}
