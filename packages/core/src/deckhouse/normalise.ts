import type { Json } from "@ostiary/rules";
import type { PerRelease, PolicyValues, Release } from "@ostiary/rules/deckhouse";

/** Booleans whose `false` means something to 1.66; any other `false` it takes for an absent field. */
const THREE_STATE: readonly string[] = [
  "allowHostIPC",
  "allowHostPID",
  "allowHostNetwork",
  "allowPrivileged",
  "allowPrivilegeEscalation",
  "automountServiceAccountToken",
];

/**
 * What a release's hook makes of a policy's fields as a whole, before any of them becomes a constraint: its encoder drops what
 * it takes for empty. What it does to single fields stands with these.
 *
 * @source hooks/internal/apis/v1alpha1.go
 */
const DROPS: PerRelease<(name: string, value: Json) => boolean> = {
  "1.66": (name, value) => isEmpty166(name, value),
  "1.76": () => false,
  next: () => false,
};

const isEmpty166 = (name: string, value: Json): boolean => {
  if (value === false) return !THREE_STATE.includes(name);
  if (value === "") return true;
  return Array.isArray(value) && value.length === 0;
};

/** The fields of `spec.policies` as a release's chart sees them. */
export const normalise = (policies: Readonly<Record<string, unknown>>, release: Release): PolicyValues => {
  const kept = Object.entries(policies).flatMap(([name, value]): (readonly [string, Json])[] => {
    // The schema has let nothing in but JSON.
    const json = value as Json | undefined;
    return json === undefined || DROPS[release](name, json) ? [] : [[name, json]];
  });
  return Object.fromEntries(kept);
};
