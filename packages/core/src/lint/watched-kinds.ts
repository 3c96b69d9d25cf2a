import { examplePod } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

const FIELDS = [
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
] as const;

/** What YAML 1.1 reads as something else than a text, among words that are letters only. */
const WORD = /^(?:y|yes|n|no|true|false|on|off|null)$/;
/** How it may be written: in small letters, in capitals, or with one capital at its beginning. */
const isSpelled = (text: string): boolean =>
  text === text.toUpperCase() || text.slice(1) === text.slice(1).toLowerCase();

const isReadOtherwise = (text: string): boolean => isSpelled(text) && WORD.test(text.toLowerCase());

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

/** Groups and kinds are written into the constraint without quotes, where YAML reads some words as booleans or as null. */
export const unreadableKind: LintRule = {
  code: "unreadable-kind",
  find: ({ policy: { spec } }) =>
    FIELDS.flatMap(([field]) => {
      const { watchKinds = [] }: WatchingField = Object(spec.policies[field]);
      return watchKinds.flatMap((text, index): readonly LintFinding[] => {
        const word = text.split("/").find(isReadOtherwise);
        if (word === undefined) return [];
        const message = `\`${word}\` is no text where it is written into a constraint: that is refused, and with it all that the module makes`;
        return [{ message, path: fieldPath(field, "watchKinds", index) }];
      });
    }),
};
