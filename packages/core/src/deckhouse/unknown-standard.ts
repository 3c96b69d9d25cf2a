import type { Problem } from "../decision.js";
import type { Labels } from "../match/label-selector.js";

/** The labels that choose a standard and its action, what they can say, and what holds for everything else. */
const LABELS = [
  ["security.deckhouse.io/pod-policy", ["privileged", "baseline", "restricted"], "the default policy holds as it is"],
  ["security.deckhouse.io/pod-policy-action", ["deny", "warn", "dryrun"], "the default action holds"],
] as const;

/**
 * Reports labels of a namespace that choose a standard, or its action, and name none: a cluster takes such a value for no choice at
 * all, so that `Restricted` asks for as little as nothing.
 */
export const reportUnknownStandards = (labels: Labels): readonly Problem[] =>
  LABELS.flatMap(([name, values, outcome]): readonly Problem[] => {
    const value = labels.get(name);
    if (value === undefined || value === "" || values.some((known) => known === value)) return [];
    const message = `namespace: \`metadata.labels[${name}]\`: expected one of ${values.join(", ")}, found \`${value}\`: ${outcome}`;
    return [{ code: "invalid-label", message, effect: "report" }];
  });
