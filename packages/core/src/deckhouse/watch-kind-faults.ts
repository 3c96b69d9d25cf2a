import type { SchemaIssue } from "@ostiary/rules/deckhouse";
import type { PolicySpec } from "./policy-schema.js";

/** What YAML 1.1 reads as something else than a text, among words that are letters only. */
const WORD = /^(?:y|yes|n|no|true|false|on|off|null)$/;
/** How it may be written: in small letters, in capitals, or with one capital at its beginning. */
const isSpelled = (text: string): boolean =>
  text === text.toUpperCase() || text.slice(1) === text.slice(1).toLowerCase();

const isReadOtherwise = (text: string): boolean => isSpelled(text) && WORD.test(text.toLowerCase());

interface WatchingField {
  readonly watchKinds?: readonly string[];
}

/**
 * Groups and kinds among `watchKinds` that the policy's schema accepts, and that are written into the constraint without quotes, where
 * YAML reads a boolean or null: the constraint is refused.
 *
 * @source modules/015-admission-policy-engine/templates/policies/operation-policy; run
 */
export const watchKindFaults = (policies: PolicySpec["policies"]): readonly SchemaIssue[] =>
  ["requiredLabels", "requiredAnnotations"].flatMap((field) => {
    const { watchKinds = [] }: WatchingField = Object(policies[field]);
    return watchKinds.flatMap((text, index): readonly SchemaIssue[] => {
      const word = text.split("/").find(isReadOtherwise);
      if (word === undefined) return [];
      const message = `the constraint is refused, for \`${word}\` is no text where it is written into YAML`;
      return [{ path: ["spec", "policies", field, "watchKinds", index], message }];
    });
  });
