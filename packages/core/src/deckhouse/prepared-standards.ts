import { type PerRelease, PODS, type Release, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import type { Labels } from "../match/label-selector.js";
import type { ModuleSettings } from "./module-settings.js";
import { type PreparedConstraint, prepareConstraint } from "./prepared-constraint.js";
import { type DeckhouseStandard, PROFILE } from "./profile.js";
import { type AppliedStandard, applyStandards } from "./standards.js";

/** The built-in standards, ready for use. */
export interface PreparedStandards {
  /** The standards that apply in a namespace with these labels. */
  readonly applied: (labels: Labels) => readonly AppliedStandard[];
  /** The constraints of a standard; name and action are those of the namespace. */
  readonly constraints: Readonly<Record<DeckhouseStandard, readonly PreparedConstraint[]>>;
}

/** Pods that say so are exempt from the standards, from 1.76 on. */
const NOT_SKIPPED = {
  matchExpressions: [{ key: "security.deckhouse.io/skip-pss-check", operator: "NotIn", values: ["true"] }],
};
const SELECTORS: PerRelease<object> = {
  "1.66": {},
  "1.76": { labelSelector: NOT_SKIPPED },
  next: { labelSelector: NOT_SKIPPED },
};

/** Gets the built-in standards of a release ready. */
export const prepareStandards = (settings: ModuleSettings, release: Release): PreparedStandards => ({
  applied: (labels) => applyStandards(labels, settings, release),
  constraints: {
    baseline: prepareRows("baseline", settings, release),
    restricted: prepareRows("restricted", settings, release),
  },
});

const prepareRows = (
  standard: DeckhouseStandard,
  { knownRanges, defaultAction }: ModuleSettings,
  release: Release,
): readonly PreparedConstraint[] =>
  PROFILE.filter((row) => row.standard === standard).flatMap((row) => {
    const kind = SECURITY_CONSTRAINTS.find(({ name }) => name === row.kind);
    if (kind === undefined) return [];
    const prepared = prepareConstraint(
      {
        kind,
        name: standard,
        action: defaultAction,
        match: { kinds: PODS, scope: "Namespaced", ...SELECTORS[release] },
        parameters: row.parameters(release, knownRanges),
        policy: { kind: "PodSecurityStandard", name: standard },
        rule: kind.name,
      },
      release,
    );
    return "problems" in prepared ? [] : [prepared];
  });
