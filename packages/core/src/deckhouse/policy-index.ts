import { type GroupKind, ObjectView, Reading } from "@ostiary/rules";
import type { MatchNamespace } from "../match/constraint-match.js";
import type { PreparedConstraint } from "./prepared-constraint.js";

/** The constraints of one policy by the kind of object that they are about. They share all else of their match. */
interface Entry {
  /** Place in canonical order. */
  readonly position: number;
  readonly byKind: ReadonlyMap<string, readonly PreparedConstraint[]>;
}

/**
 * Finds the constraints that can concern an object of a kind in a namespace, policy by policy, in canonical order.
 *
 * @param namespace - `undefined` for an object that is in none, or in one that is not known
 */
export type PolicyIndex = (
  kind: GroupKind,
  namespace: MatchNamespace | undefined,
) => readonly (readonly PreparedConstraint[])[];

const keyOf = ({ group, kind }: GroupKind): string => `${group}/${kind}`;
const nameKey = (name: string): string => `name ${name}`;
const labelKey = (key: string, value: string): string => `label ${key}=${value}`;

/**
 * Indexes policies by a name or a label that the namespace must have, so that policies for other namespaces cost nothing.
 *
 * @param policies - the constraints of each policy, in canonical order
 */
export const indexPolicies = (policies: readonly (readonly PreparedConstraint[])[]): PolicyIndex => {
  const entries = policies.map((constraints, position): Entry => ({ position, byKind: groupByKind(constraints) }));
  const buckets = new Map<string, Entry[]>();
  const always: Entry[] = [];
  for (const entry of entries) {
    const keys = requiredKeys(policies[entry.position]?.[0]);
    if (keys === undefined) always.push(entry);
    else for (const key of keys) addTo(buckets, key, entry);
  }
  return (kind, namespace) => {
    const candidates = namespace === undefined ? entries : [...always, ...bucketsOf(buckets, namespace)];
    return select(candidates, keyOf(kind));
  };
};

const addTo = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

const groupByKind = (constraints: readonly PreparedConstraint[]): Entry["byKind"] => {
  const byKind = new Map<string, PreparedConstraint[]>();
  for (const constraint of constraints) {
    for (const selector of ObjectView.root(new Reading(), constraint.match, []).objects("kinds")) {
      for (const group of selector.strings("apiGroups")) {
        for (const kind of selector.strings("kinds")) addTo(byKind, keyOf({ group, kind }), constraint);
      }
    }
  }
  return byKind;
};

/** What a namespace must have one of for the policy to concern anything in it; `undefined` when that cannot be told. */
const requiredKeys = (constraint: PreparedConstraint | undefined): readonly string[] | undefined => {
  const match = ObjectView.root(new Reading(), constraint?.match, []);
  const names = match.strings("namespaces");
  if (names.length > 0 && !names.some((name) => name.includes("*"))) return names.map(nameKey);
  const selector = match.object("namespaceSelector");
  for (const [key, value] of selector.stringMap("matchLabels")) return [labelKey(key, value)];
  const listed = selector.objects("matchExpressions").find((expression) => expression.string("operator") === "In");
  return listed?.strings("values").map((value) => labelKey(listed.string("key") ?? "", value));
};

const bucketsOf = (
  buckets: ReadonlyMap<string, readonly Entry[]>,
  { name, labels }: MatchNamespace,
): readonly Entry[] => {
  const found = new Set(buckets.get(nameKey(name)));
  for (const [key, value] of labels) for (const entry of buckets.get(labelKey(key, value)) ?? []) found.add(entry);
  return [...found];
};

const select = (candidates: readonly Entry[], kind: string): readonly (readonly PreparedConstraint[])[] =>
  candidates
    .filter(({ byKind }) => byKind.has(kind))
    .sort((left, right) => left.position - right.position)
    .flatMap(({ byKind }) => [byKind.get(kind) ?? []]);
