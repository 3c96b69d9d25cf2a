import { type PerRelease, PODS, type Release, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import type { Labels } from "../match/label-selector.js";
import type { Constraint } from "./constraint.js";
import type { ModuleSettings } from "./module-settings.js";
import { type PreparedConstraint, prepareConstraints } from "./prepared-constraint.js";
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
const SELECTIONS: PerRelease<object> = {
  "1.66": { scope: "Namespaced" },
  "1.76": { scope: "Namespaced", labelSelector: NOT_SKIPPED },
  next: { scope: "Namespaced", labelSelector: NOT_SKIPPED },
};

/**
 * Gets the built-in standards of a release ready.
 *
 * @param problems - gets those of the settings that go into parameters
 */
export const prepareStandards = (
  settings: ModuleSettings,
  release: Release,
  problems: Problem[],
): PreparedStandards => {
  const prepare = (standard: DeckhouseStandard) =>
    prepareConstraints(makeConstraints(standard, settings, release), { release }, problems);
  return {
    applied: (labels) => applyStandards(labels, settings, release),
    constraints: { baseline: prepare("baseline"), restricted: prepare("restricted") },
  };
};

const makeConstraints = (
  standard: DeckhouseStandard,
  { knownRanges, defaultAction }: ModuleSettings,
  release: Release,
): readonly Constraint[] =>
  PROFILE.filter((row) => row.standard === standard).flatMap((row) =>
    SECURITY_CONSTRAINTS.filter(({ name }) => name === row.kind).map((kind) => ({
      kind,
      name: standard,
      action: defaultAction,
      kinds: PODS,
      selection: SELECTIONS[release],
      parameters: row.parameters(release, knownRanges),
      policy: { kind: "PodSecurityStandard", name: standard },
      rule: kind.name,
    })),
  );
