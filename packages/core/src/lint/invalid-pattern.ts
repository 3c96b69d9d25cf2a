import { safeRegex } from "@ostiary/rules/deckhouse";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

/** The fields with patterns: the field, and the part of it that is a list of them. */
const FIELDS = [
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
] as const;

interface Entry {
  readonly key?: string;
  readonly allowedRegex?: string;
}

/** A regular expression that is none is found in no value: every object that has the key is refused. */
export const invalidPattern: LintRule = {
  code: "invalid-pattern",
  find: ({ policy: { spec } }) =>
    FIELDS.flatMap(([field, part]) => {
      // The schema has let nothing in but entries.
      const entries: readonly Entry[] = Object(spec.policies[field])[part] ?? [];
      return entries.flatMap(({ key = "", allowedRegex = "" }, index): readonly LintFinding[] => {
        const compiled = safeRegex(allowedRegex);
        if (!("invalid" in compiled)) return [];
        const metadata = { name: "example", [part]: { [key]: "value" } };
        return [
          {
            message: `\`${allowedRegex}\` is no regular expression, and is found in no value: ${compiled.invalid}`,
            path: fieldPath(field, part, index, "allowedRegex"),
            evidence: {
              object: { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [] } },
              outcome: "refused",
            },
          },
        ];
      });
    }),
};
