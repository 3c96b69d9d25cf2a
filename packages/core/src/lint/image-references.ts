import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";
import { listAt, valueAt } from "./value-at.js";

const FIELD = "verifyImageSignatures";

const referencesOf = (policies: object): readonly string[] =>
  listAt(policies, [FIELD]).map((item) => String(valueAt(item, ["reference"])));

/** A tag or a digest behind the last part of a name. */
const TAGGED = /[:@][^/]*$/;

/** A reference without `*` at its end is compared with the whole image, as the pod has it. */
export const exactReference: LintRule = {
  code: "exact-reference",
  find: ({ policy: { spec } }) =>
    referencesOf(spec.policies).flatMap((reference, index): readonly LintFinding[] => {
      if (reference.endsWith("*") || TAGGED.test(reference)) return [];
      const message = `only images that are written \`${reference}\`, without a tag, are verified: end it with \`*\``;
      return [{ message, path: fieldPath(FIELD, index, "reference") }];
    }),
};

const beginning = (reference: string): string => reference.replaceAll("*", "");

const intersects = (one: string, other: string): boolean =>
  one !== other && (one.startsWith(other) || other.startsWith(one));

/** A webhook of the module refuses a policy whose references begin as those of another policy do. */
export const intersectingReference: LintRule = {
  code: "intersecting-reference",
  find: ({ policy: { spec }, others }) =>
    referencesOf(spec.policies).flatMap((reference, index): readonly LintFinding[] => {
      const isMet = (other: string): boolean => intersects(beginning(reference), beginning(other));
      const owner = others.find((other) => referencesOf(other.spec.policies).some(isMet));
      if (owner === undefined) return [];
      const message = `the cluster refuses the policy: \`${reference}\` has images in common with a reference of \`${owner.name}\``;
      return [{ message, path: fieldPath(FIELD, index, "reference") }];
    }),
};
