import { type GroupKind, ObjectView, Reading } from "@ostiary/rules";
import type { KindSelector } from "@ostiary/rules/deckhouse";
import type { MatchNamespace } from "../match/constraint-match.js";
import type { PolicyConstraints, PreparedPolicy } from "./prepared-policy.js";

/** One policy, and the kinds of object that its constraints are about. */
interface Entry {
  /** Place in canonical order. */
  readonly position: number;
  readonly kinds: KindSet;
  /** The constraints that can concern objects of a kind. */
  readonly constraints: (kind: string) => PolicyConstraints;
}

/** Kinds of objects, by their keys; policies that ask for the same things share one. */
interface KindSet {
  readonly named: ReadonlySet<string>;
  /** Whether some constraint names no kind, and is about all. */
  readonly hasAny: boolean;
}

/** Policies, to be looked up without looking at each. */
export interface PolicyIndex {
  /** Every policy, in canonical order. */
  readonly all: readonly PreparedPolicy[];
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
 * @param policies - in canonical order
 */
export const indexPolicies = (policies: readonly PreparedPolicy[]): PolicyIndex => {
  const kindSets = new Map<string, KindSet>();
  const entries = policies.map((policy, position) => makeEntry(policy, position, kindSets));
  const buckets = new Map<string, Entry[]>();
  const always: Entry[] = [];
  for (const entry of entries) {
    const keys = requiredKeys(policies[entry.position]?.selection);
    if (keys === undefined) always.push(entry);
    else for (const key of keys) addTo(buckets, key, entry);
  }
  const named = new Set([...kindSets.values()].flatMap((kinds) => [...kinds.named]));
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

const makeEntry = (policy: PreparedPolicy, position: number, kindSets: Map<string, KindSet>): Entry => {
  const byKind = new Map<string, PolicyConstraints>();
  const kinds = kindSetOf(policy, kindSets);
  return {
    position,
    kinds,
    constraints: (kind) => {
      const key = kinds.named.has(kind) ? kind : "";
      const known = byKind.get(key) ?? policy.constraints().filter(({ kinds: own }) => isAbout(own, kind));
      byKind.set(key, known);
      return known;
    },
  };
};

const isAbout = (selectors: readonly KindSelector[], kind: string): boolean => {
  const named = keysOf(selectors);
  return named.length === 0 || named.includes(kind);
};

/** The kinds that a constraint names; none for one that is about all. */
const keysOf = (selectors: readonly KindSelector[]): readonly string[] =>
  selectors.flatMap(({ apiGroups, kinds }) =>
    apiGroups.flatMap((group) => kinds.map((kind) => keyOf({ group, kind }))),
  );

const kindSetOf = ({ kinds }: PreparedPolicy, known: Map<string, KindSet>): KindSet => {
  const keys = new Map([...new Set(kinds)].map((selectors) => [selectors, keysOf(selectors)]));
  const named = new Set([...keys.values()].flat());
  const hasAny = [...keys.values()].some((own) => own.length === 0);
  const identity = [hasAny, ...named].join(" ");
  const set = known.get(identity) ?? { named, hasAny };
  known.set(identity, set);
  return set;
};

/** What a namespace must have one of for the policy to concern anything in it; `undefined` when that cannot be told. */
const requiredKeys = (selection: object | undefined): readonly string[] | undefined => {
  const match = ObjectView.root(new Reading(), selection, []);
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
  const concerned = candidates.filter(({ kinds }) => kinds.hasAny || kinds.named.has(kind));
  concerned.sort((left, right) => left.position - right.position);
  return concerned.map(({ constraints }) => constraints(kind));
};
