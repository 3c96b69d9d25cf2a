import { Double, isFields, isList, NULL_LIST, ownField, Placeholder, type WorkingValue } from "./working-value.js";

type Pair = readonly [WorkingValue | undefined, WorkingValue | undefined];

/** What is still to be compared of two values, which are not one and the same; or that they differ. */
type Remainder = readonly Pair[] | "differ";

const NOTHING: Remainder = [];

/**
 * Whether two values are equal in depth: numbers by value, whether of type `number` or `bigint`, and doubles only to doubles.
 * Depth is no burden, and parts that are one and the same object cost nothing.
 */
export const isEqual = (one: WorkingValue | undefined, other: WorkingValue | undefined): boolean => {
  if (one === other) return true;
  const pairs: Pair[] = [[one, other]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const rest = compare(...pair);
    if (rest === "differ") return false;
    for (const inner of rest) pairs.push(inner);
  }
  return true;
};

const compare = (one: WorkingValue | undefined, other: WorkingValue | undefined): Remainder => {
  if (isList(one)) return isList(other) ? compareLists(one, other) : "differ";
  if (isFields(one)) return isFields(other) ? compareFields(one, other) : "differ";
  return isEqualScalar(one, other) ? NOTHING : "differ";
};

const isEqualScalar = (one: WorkingValue | undefined, other: WorkingValue | undefined): boolean => {
  if (one instanceof Double) return other instanceof Double && one.value === other.value;
  if (one instanceof Placeholder) return other instanceof Placeholder && isEqualPlaceholder(one, other);
  // Unlike `===`, these compare a bigint with a number by their mathematical values.
  return isNumeric(one) && isNumeric(other) && one <= other && one >= other;
};

const isNumeric = (value: unknown): value is number | bigint => typeof value === "number" || typeof value === "bigint";

const isEqualPlaceholder = (one: Placeholder, other: Placeholder): boolean =>
  one.key === other.key &&
  one.source.provider === other.source.provider &&
  one.source.dataSource === other.source.dataSource &&
  one.source.failurePolicy === other.source.failurePolicy &&
  one.source.default === other.source.default;

const compareLists = (one: readonly WorkingValue[], other: readonly WorkingValue[]): Remainder => {
  // One of them is not a list in truth, and the other may be an empty one.
  if (one.length !== other.length || one === NULL_LIST || other === NULL_LIST) return "differ";
  return pairDifferent(one.keys(), (index) => [one[index], other[index]]);
};

const compareFields = (
  one: { readonly [name: string]: WorkingValue },
  other: { readonly [name: string]: WorkingValue },
): Remainder => {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return "differ";
  return pairDifferent(names, (name) => [one[name], ownField(other, name)]);
};

const pairDifferent = <Key>(keys: Iterable<Key>, pairOf: (key: Key) => Pair): Remainder => {
  const pairs: Pair[] = [];
  for (const key of keys) {
    const pair = pairOf(key);
    if (pair[0] !== pair[1]) pairs.push(pair);
  }
  return pairs;
};
