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
