import type { FieldPath } from "@ostiary/rules";
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

/**
 * Says where a part of a policy belongs that stands elsewhere.
 *
 * @param path - of a field that the policy's schema does not know
 * @returns `undefined` for what belongs nowhere
 */
export const hintMisplaced = (kind: PolicyKindName, path: FieldPath): string | undefined => {
  const name = String(path.at(-1));
  if (path.length > DEEPEST) return undefined;
  const place = PLACES.get(name) ?? placeOfField(kind, name, path);
  return place === undefined ? undefined : `it belongs into ${place}`;
};

/** A field that stands where it belongs, and is unknown nevertheless, is one that the release does not have. */
const placeOfField = (kind: PolicyKindName, name: string, path: FieldPath): string | undefined => {
  const isField = POLICY_KINDS[kind].some(({ fields }) => fields.some((field) => field.name === name));
  const isInPlace = path.length === 3 && path[1] === "policies";
  return isField && !isInPlace ? `\`spec.policies.${name}\`` : undefined;
};
