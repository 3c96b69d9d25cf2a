import { labelKeyFaults } from "../match/label-syntax.js";
import { examplePod } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

/** A tag as registries have it. */
const TAG = /^\w[\w.-]{0,127}$/;

const tags = (policies: Readonly<Record<string, unknown>>): readonly LintFinding[] =>
  listOf(policies["disallowedImageTags"]).flatMap((tag, index) =>
    TAG.test(String(tag))
      ? []
      : [{ message: `no image can have the tag \`${tag}\``, path: fieldPath("disallowedImageTags", index) }],
  );

const KEYS = [
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
] as const;

const keys = (policies: Readonly<Record<string, unknown>>): readonly LintFinding[] =>
  KEYS.flatMap(([field, part]) =>
    listOf(Object(policies[field])[part]).flatMap((entry, index): readonly LintFinding[] => {
      const { key = "" }: { readonly key?: string } = Object(entry);
      const [fault] = key === "" ? [] : labelKeyFaults(key);
      if (fault === undefined) return [];
      const message = `no object can have the key \`${key}\`: ${fault}`;
      return [
        { message, path: fieldPath(field, part, index, "key"), evidence: { object: examplePod(), outcome: "refused" } },
      ];
    }),
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Tags that no image and keys that no object can have: the one restricts nothing, the other refuses everything. */
export const impossibleValue: LintRule = {
  code: "impossible-value",
  find: ({ policy: { spec } }) => [...tags(spec.policies), ...keys(spec.policies)],
};
