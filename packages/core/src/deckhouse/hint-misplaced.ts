import type { FieldPath } from "@ostiary/rules";
import { editDistance } from "../edit-distance.js";
import { POLICY_KINDS, type PolicyKindName } from "./policy-schema.js";

/** Where the parts of a policy belong, but for the fields of `spec.policies`. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["policies", "`spec.policies`"],
  ["match", "`spec.match`"],
  ["enforcementAction", "`spec.enforcementAction`"],
  ["namespaceSelector", "`spec.match.namespaceSelector`"],
  ["labelSelector", "`spec.match.labelSelector` or `spec.match.namespaceSelector.labelSelector`"],
  ["matchNames", "`spec.match.namespaceSelector.matchNames`"],
  ["excludeNames", "`spec.match.namespaceSelector.excludeNames`"],
]);

/** How deep parts of a policy lie: below, a field of that name belongs to something else. */
const DEEPEST = 4;

/** How many letters of a name may be wrong. */
const MOST_WRONG = 3;

/**
 * Says where a part of a policy belongs that stands elsewhere, or which field of `spec.policies` is meant by one that is misspelt.
 *
 * @param path - of a field that the policy's schema does not know
 * @returns `undefined` for what belongs nowhere
 */
export const hintMisplaced = (kind: PolicyKindName, path: FieldPath): string | undefined => {
  const name = String(path.at(-1));
  if (path.length > DEEPEST) return undefined;
  const place = PLACES.get(name) ?? placeOfField(kind, name, path);
  return place === undefined ? hintMisspelt(kind, name, path) : `it belongs into ${place}`;
};

const hintMisspelt = (kind: PolicyKindName, name: string, path: FieldPath): string | undefined => {
  const names = POLICY_KINDS[kind].flatMap(({ fields }) => fields.map((field) => field.name));
  // A field that stands where it belongs, and is unknown nevertheless, is one that the release does not have.
  if (!isAmongPolicies(path) || names.includes(name)) return undefined;
  const [near] = names
    .filter((known) => Math.abs(known.length - name.length) <= MOST_WRONG)
    .map((known) => ({ known, distance: editDistance(known.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= MOST_WRONG)
    .sort((one, other) => one.distance - other.distance);
  return near === undefined ? undefined : `the nearest is \`${near.known}\``;
};

const isAmongPolicies = (path: FieldPath): boolean => path.length === 3 && path[1] === "policies";

/** A field that stands where it belongs, and is unknown nevertheless, is one that the release does not have. */
const placeOfField = (kind: PolicyKindName, name: string, path: FieldPath): string | undefined => {
  const isField = POLICY_KINDS[kind].some(({ fields }) => fields.some((field) => field.name === name));
  return isField && !isAmongPolicies(path) ? `\`spec.policies.${name}\`` : undefined;
};
