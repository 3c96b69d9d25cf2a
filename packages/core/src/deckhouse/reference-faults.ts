import type { FieldPath } from "@ostiary/rules";
import type { SchemaIssue } from "@ostiary/rules/deckhouse";
import type { Policy } from "./generate-constraints.js";

interface Entry {
  readonly reference: string;
}

const referencesOf = ({ spec }: Policy): readonly string[] => {
  const entries: unknown = spec.policies["verifyImageSignatures"];
  // The schema of the policy has seen to their shape.
  return Array.isArray(entries) ? entries.map((entry: Entry) => entry.reference) : [];
};

const pathOf = (index: number): FieldPath => ["spec", "policies", "verifyImageSignatures", index, "reference"];

/** Whether a policy wants signatures verified at all. */
export const verifiesImages = (policy: Policy): boolean => referencesOf(policy).length > 0;

/**
 * What the cluster refuses of the images whose signatures a SecurityPolicy wants verified, besides its schema.
 *
 * @param others - the policies that are there before it
 * @source modules/015-admission-policy-engine/webhooks/validating/security_policy.py
 * @source ratify-project/ratify, pkg/verifier/cosign/trustpolicies.go
 */
export const referenceFaults = (policy: Policy, others: readonly Policy[]): readonly SchemaIssue[] => {
  const references = referencesOf(policy);
  if (references.length === 0) return [];
  const intersection = findIntersection(references, others);
  return [...(intersection === undefined ? [] : [intersection]), ...overlaps(references, others)];
};

const beginning = (reference: string): string => reference.replaceAll("*", "").trim();

const intersects = (one: string, other: string): boolean =>
  one !== "" && other !== "" && one !== other && (one.startsWith(other) || other.startsWith(one));

/** The first one that the webhook comes upon, in its words. A reference to all images is none. */
const findIntersection = (references: readonly string[], others: readonly Policy[]): SchemaIssue | undefined => {
  for (const other of others) {
    for (const theirs of referencesOf(other)) {
      const index = references.findIndex((reference) => intersects(beginning(reference), beginning(theirs)));
      if (index < 0) continue;
      const message = `the webhook refuses the policy: ImageReference "${references[index]}" has intersection in the SecurityPolicy "${other.name}"`;
      return { path: pathOf(index), message };
    }
  }
  return undefined;
};

/** What the webhook does not see and the verifier refuses: references that are empty, or overlap in one policy or but for the `*`. */
const overlaps = (references: readonly string[], others: readonly Policy[]): readonly SchemaIssue[] => {
  const elsewhere = others.flatMap(referencesOf);
  return references.flatMap((reference, index): readonly SchemaIssue[] => {
    if (reference === "") return [{ path: pathOf(index), message: "the verifier of signatures takes no empty text" }];
    const met =
      references.slice(0, index).find((earlier) => overlap(reference, earlier)) ??
      elsewhere.find((other) => beginning(other) === beginning(reference) && overlap(reference, other));
    if (met === undefined) return [];
    const message = `the verifier of signatures refuses \`${reference}\`, for \`${met}\` overlaps with it`;
    return [{ path: pathOf(index), message }];
  });
};

const ALL_IMAGES = "*";

/** Two that are equal are one, and the one to all images gives way to all others. */
const overlap = (one: string, other: string): boolean => {
  if (one === other || one === ALL_IMAGES || other === ALL_IMAGES) return false;
  return isWithin(one, other) || isWithin(other, one);
};

const isWithin = (reference: string, scope: string): boolean =>
  scope.endsWith("*") && reference.startsWith(scope.slice(0, -1));
