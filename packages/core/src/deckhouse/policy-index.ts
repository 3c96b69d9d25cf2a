import { type GroupKind, ObjectView, Reading } from "@ostiary/rules";
import type { MatchNamespace } from "../match/constraint-match.js";
import type { PreparedConstraint } from "./prepared-constraint.js";

/** The constraints of one policy. They share all of their match but the kinds. */
export type PolicyConstraints = readonly PreparedConstraint[];

/** One policy by the kind of object that its constraints are about. */
interface Entry {
  /** Place in canonical order. */
  readonly position: number;
  readonly byKind: ReadonlyMap<string, PolicyConstraints>;
  /** For all other kinds: the constraints that name none. */
  readonly anyKind: PolicyConstraints;
}

/** Policies, to be looked up without looking at each. */
export interface PolicyIndex {
  /** Every policy, in canonical order. */
  readonly all: readonly PolicyConstraints[];
  /** Whether some constraint names a kind: only of such kinds a cluster sends objects. */
  names(kind: GroupKind): boolean;
  /**
   * The constraints that can concern an object of a kind in a namespace, policy by policy, in canonical order.
   *
   * @param namespace - `undefined` for an object that is in none, or in one that is not known
   */
  find(kind: GroupKind, namespace: MatchNamespace | undefined): readonly PolicyConstraints[];
}

const keyOf = ({ group, kind }: GroupKind): string => `${group}/${kind}`;
const nameKey = (name: string): string => `name ${name}`;
const labelKey = (key: string, value: string): string => `label ${key}=${value}`;

/**
 * Indexes policies by a name or a label that the namespace must have, so that policies for other namespaces cost nothing.
 *
 * @param policies - the constraints of each policy, in canonical order
 */
export const indexPolicies = (policies: readonly PolicyConstraints[]): PolicyIndex => {
  const entries = policies.map(makeEntry);
  const buckets = new Map<string, Entry[]>();
  const always: Entry[] = [];
  for (const entry of entries) {
    const keys = requiredKeys(policies[entry.position]?.[0]);
    if (keys === undefined) always.push(entry);
    else for (const key of keys) addTo(buckets, key, entry);
  }
  const named = new Set(entries.flatMap(({ byKind }) => [...byKind.keys()]));
  return {
    all: policies,
    names: (kind) => named.has(keyOf(kind)),
    find: (kind, namespace) => {
      const candidates = namespace === undefined ? entries : [...always, ...bucketsOf(buckets, namespace)];
      return select(candidates, keyOf(kind));
    },
  };
};

const addTo = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

const makeEntry = (constraints: PolicyConstraints, position: number): Entry => {
  const kinds = constraints.map(kindsOf);
  const byKind = new Map<string, PolicyConstraints>();
  for (const key of new Set(kinds.flat())) {
    const concerned = constraints.filter((_, index) => kinds[index]?.length === 0 || kinds[index]?.includes(key));
    byKind.set(key, concerned);
  }
  return { position, byKind, anyKind: constraints.filter((_, index) => kinds[index]?.length === 0) };
};

/** The kinds that a constraint names; none for one that is about all. */
const kindsOf = (constraint: PreparedConstraint): readonly string[] =>
  constraint.kinds.flatMap(({ apiGroups, kinds }) =>
    apiGroups.flatMap((group) => kinds.map((kind) => keyOf({ group, kind }))),
  );

/** What a namespace must have one of for the policy to concern anything in it; `undefined` when that cannot be told. */
const requiredKeys = (constraint: PreparedConstraint | undefined): readonly string[] | undefined => {
  const match = ObjectView.root(new Reading(), constraint?.selection, []);
  const names = match.strings("namespaces");
  if (names.length > 0 && !names.some((name) => name.includes("*"))) return names.map(nameKey);
  const selector = match.object("namespaceSelector");
  for (const [key, value] of selector.stringMap("matchLabels")) return [labelKey(key, value)];
  const listed = selector.objects("matchExpressions").find((expression) => expression.string("operator") === "In");
  return listed?.strings("values").map((value) => labelKey(`${listed.string("key")}`, value));
};

const bucketsOf = (
  buckets: ReadonlyMap<string, readonly Entry[]>,
  { name, labels }: MatchNamespace,
): readonly Entry[] => {
  const found = new Set(buckets.get(nameKey(name)));
  for (const [key, value] of labels) for (const entry of buckets.get(labelKey(key, value)) ?? []) found.add(entry);
  return [...found];
};

const select = (candidates: readonly Entry[], kind: string): readonly PolicyConstraints[] => {
  const concerned = candidates.filter(({ byKind, anyKind }) => byKind.has(kind) || anyKind.length > 0);
  concerned.sort((left, right) => left.position - right.position);
  return concerned.map(({ byKind, anyKind }) => byKind.get(kind) ?? anyKind);
};
