import { readFileSync } from "node:fs";
import { readManifests } from "@ostiary/manifests";

/** The policies and the namespace labels under which the collection judges every manifest. */
export interface PolicySetting {
  readonly policies: readonly unknown[];
  readonly labels: Readonly<Record<string, string>>;
}

const POD_POLICY = "security.deckhouse.io/pod-policy";
const EXAMPLES = new URL("../../../../../examples/deckhouse/", import.meta.url);

/** A policy of the documentation, as the examples have it. */
const readExample = (name: string): unknown => {
  const [document] = readManifests(readFileSync(new URL(`${name}.yaml`, EXAMPLES), "utf8"));
  if (document?.kind !== "object") throw new Error(`no policy in the example ${name}`);
  return document.value;
};

/** The namespace has the label that the policy selects, and none of the built-in standards. */
const byPolicy =
  (name: string, label: readonly [name: string, value: string], adapt = (policy: unknown): unknown => policy) =>
  (): PolicySetting => ({
    policies: [adapt(readExample(name))],
    labels: { [POD_POLICY]: "privileged", [label[0]]: label[1] },
  });

const byStandard = (level: string) => (): PolicySetting => ({ policies: [], labels: { [POD_POLICY]: level } });

/** The schema of 1.66 refuses the volume type `ephemeral`. */
const withoutEphemeral = (policy: unknown): unknown =>
  JSON.parse(JSON.stringify(policy), (_name, value: unknown) =>
    Array.isArray(value) ? value.filter((item) => item !== "ephemeral") : value,
  );

const RESTRICTED_LABEL = ["operation-policy.deckhouse.io/restricted-enabled", "true"] as const;

const SETTINGS: Readonly<Record<string, () => PolicySetting>> = {
  "pss-baseline": byStandard("baseline"),
  "pss-restricted": byStandard("restricted"),
  common: byPolicy("common", ["operation-policy.deckhouse.io/enabled", "true"]),
  mypolicy: byPolicy("mypolicy", ["enforce", "mypolicy"]),
  baseline: byPolicy("baseline", ["operation-policy.deckhouse.io/baseline-enabled", "true"]),
  restricted: byPolicy("restricted", RESTRICTED_LABEL),
  "restricted-without-ephemeral": byPolicy("restricted", RESTRICTED_LABEL, withoutEphemeral),
};

/**
 * The setting that the collection calls by a name.
 *
 * @throws when there is none
 */
export const policySetting = (name: string): PolicySetting => {
  const setting = SETTINGS[name];
  if (setting === undefined) throw new Error(`unknown policy set ${name}`);
  return setting();
};
