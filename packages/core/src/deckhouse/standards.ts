import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import type { Action } from "../decision.js";
import type { Labels } from "../match/label-selector.js";
import type { Level } from "../standards/level.js";
import type { ModuleSettings } from "./module-settings.js";
import type { DeckhouseStandard } from "./profile.js";

/** A built-in standard that applies in a namespace, with the name that its constraints have there. */
export interface AppliedStandard {
  readonly standard: DeckhouseStandard;
  readonly action: Action;
  /** The name of its constraints, e.g. `d8-pod-security-baseline-deny-default`. */
  readonly name: string;
}

const POLICY_LABEL = "security.deckhouse.io/pod-policy";
const ACTION_LABEL = "security.deckhouse.io/pod-policy-action";
const OPT_IN_LABEL = "security.deckhouse.io/enable-security-policy-check";

const ACTIONS: readonly string[] = ["deny", "warn", "dryrun"] satisfies Action[];
const isAction = (text: string | undefined): text is Action => text !== undefined && ACTIONS.includes(text);

type Selects = (label: string | undefined) => boolean;

const never: Selects = () => false;
const isOneOf =
  (...values: readonly string[]): Selects =>
  (label) =>
    label !== undefined && values.includes(label);
const isNoneOf =
  (...values: readonly string[]): Selects =>
  (label) =>
    label === undefined || !values.includes(label);

/** Which values of the pod-policy label bring a standard, by the default policy. */
const SELECTS: Readonly<Record<Level, Readonly<Record<DeckhouseStandard, Selects>>>> = {
  privileged: { baseline: isOneOf("baseline", "restricted"), restricted: isOneOf("restricted") },
  baseline: { baseline: isNoneOf("privileged"), restricted: isOneOf("restricted") },
  restricted: { baseline: isNoneOf("privileged"), restricted: isNoneOf("privileged", "baseline") },
};

/** What selects a standard in a system namespace: only where the ordinary constraint does not exclude these. */
const SELECTS_IN_SYSTEM: Readonly<Record<Level, Readonly<Record<DeckhouseStandard, Selects>>>> = {
  privileged: { baseline: isOneOf("baseline", "restricted"), restricted: never },
  baseline: { baseline: never, restricted: never },
  restricted: { baseline: never, restricted: never },
};

/** The default policy under which a standard has no variant for system namespaces that opt in. */
const WITHOUT_SYSTEM_VARIANT: Readonly<Record<DeckhouseStandard, Level>> = {
  baseline: "privileged",
  restricted: "restricted",
};

const STANDARDS: readonly DeckhouseStandard[] = ["baseline", "restricted"];

/** Whether a release has constraints of their own for system namespaces that opt in; 1.66 never looks at any. */
const HAS_SYSTEM_VARIANT: PerRelease<boolean> = { "1.66": false, "1.76": true, next: true };

/** Whether a namespace belongs to Deckhouse. */
const isSystem = (labels: Labels): boolean => labels.get("heritage") === "deckhouse";

/**
 * Finds the built-in standards that apply in a namespace. Exactly one action holds there, for both.
 *
 * @source templates/_helpers.tpl, templates/policies/pod-security-standards
 */
export const applyStandards = (
  labels: Labels,
  { defaultPolicy, defaultAction }: ModuleSettings,
  release: Release,
): readonly AppliedStandard[] => {
  const wanted = labels.get(ACTION_LABEL);
  const action = isAction(wanted) ? wanted : defaultAction;
  const suffix = action === defaultAction ? "-default" : "";
  const inSystem = HAS_SYSTEM_VARIANT[release] && isSystem(labels);
  const selects = (inSystem ? SELECTS_IN_SYSTEM : SELECTS)[defaultPolicy];
  const label = labels.get(POLICY_LABEL);
  const applied: AppliedStandard[] = [];
  for (const standard of STANDARDS) {
    const stem = `d8-pod-security-${standard}-${action}`;
    if (selects[standard](label)) applied.push({ standard, action, name: `${stem}${suffix}` });
    const hasVariant = inSystem && WITHOUT_SYSTEM_VARIANT[standard] !== defaultPolicy;
    if (hasVariant && labels.get(OPT_IN_LABEL) === "true")
      applied.push({ standard, action, name: `${stem}-d8${suffix}` });
  }
  return applied;
};
