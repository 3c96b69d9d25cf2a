import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import type { PolicySpec } from "../deckhouse/policy-schema.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";
import { listAt } from "./value-at.js";

type Policies = PolicySpec["policies"];

const BREAKS = "then nothing of the module is enforced any more";

/** What YAML 1.1 reads as something else than a text, among words that are letters only. */
const WORD = /^(?:y|yes|n|no|true|false|on|off|null)$/;
/** How it may be written: in small letters, in capitals, or with one capital at its beginning. */
const isSpelled = (text: string): boolean =>
  text === text.toUpperCase() || text.slice(1) === text.slice(1).toLowerCase();

const isReadOtherwise = (text: string): boolean => isSpelled(text) && WORD.test(text.toLowerCase());

/** Groups and kinds are written into the constraint without quotes, where YAML reads some words as booleans or as null. */
const unreadableKinds = (policies: Policies): readonly LintFinding[] =>
  ["requiredLabels", "requiredAnnotations"].flatMap((field) =>
    listAt(policies, [field, "watchKinds"]).flatMap((text, index): readonly LintFinding[] => {
      const word = String(text).split("/").find(isReadOtherwise);
      if (word === undefined) return [];
      const message = `the constraint is refused, for \`${word}\` is no text where it is written into YAML: ${BREAKS}`;
      return [{ message, path: fieldPath(field, "watchKinds", index) }];
    }),
  );

/** The chart of 1.66 asks for the length of both lists, of which only one is there. */
const oneListOfResources = (policies: Policies): readonly LintFinding[] => {
  const [limits, requests] = ["limits", "requests"].map(
    (part) => listAt(policies, ["requiredResources", part]).length > 0,
  );
  if (limits === requests) return [];
  const message = `release 1.66 cannot render a policy with one of \`limits\` and \`requests\`: ${BREAKS}`;
  return [{ message, path: fieldPath("requiredResources") }];
};

const FAULTS: PerRelease<readonly ((policies: Policies) => readonly LintFinding[])[]> = {
  "1.66": [unreadableKinds, oneListOfResources],
  "1.76": [unreadableKinds],
  next: [unreadableKinds],
};

const findIn = (policies: Policies, release: Release): readonly LintFinding[] =>
  FAULTS[release].flatMap((find) => find(policies));

/** What the API server takes, and what then keeps the module from making its constraints. */
export const breaksRelease: LintRule = {
  code: "breaks-release",
  find: ({ policy: { spec }, release }) => findIn(spec.policies, release),
};
