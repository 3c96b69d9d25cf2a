/** `podSecurityStandards` of the module's settings, as written. */
export type StandardsSettings = Readonly<Record<string, unknown>>;

/** Wraps settings into the resource in which a cluster keeps them. */
export const moduleConfig = (podSecurityStandards: StandardsSettings): object => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "ModuleConfig",
  metadata: { name: "admission-policy-engine" },
  spec: { version: 1, settings: { podSecurityStandards } },
});
