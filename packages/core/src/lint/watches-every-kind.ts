import { examplePod } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

const FIELDS = [
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
] as const;

interface WatchingField {
  readonly watchKinds?: readonly string[];
}

/** Without a list of kinds every kind is watched, as far as some policy of the cluster is about it: at least Pods. */
export const watchesEveryKind: LintRule = {
  code: "watches-every-kind",
  find: ({ policy: { spec } }) =>
    FIELDS.flatMap(([field, part]): readonly LintFinding[] => {
      const value = spec.policies[field];
      const { watchKinds }: WatchingField = Object(value);
      if (value === undefined || watchKinds !== undefined) return [];
      const message = `without \`watchKinds\` all objects need the ${part} of which the webhook is asked`;
      return [{ message, path: fieldPath(field), evidence: { object: examplePod(), outcome: "refused" } }];
    }),
};
