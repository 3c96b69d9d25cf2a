import type { Json } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";
import type { Action } from "../decision.js";
import type { Level } from "../standards/level.js";

/** The settings of the module that decide about objects. */
export interface ModuleSettings {
  readonly defaultPolicy: Level;
  readonly defaultAction: Action;
  /** The ranges of host ports that the built-in standards allow, as written. */
  readonly knownRanges: Json;
}

const range = z.looseObject({ min: z.optional(z.int()), max: z.optional(z.int()) });

const POLICIES = { Privileged: "privileged", Baseline: "baseline", Restricted: "restricted" } as const;
const ACTIONS = { Deny: "deny", Warn: "warn", Dryrun: "dryrun" } as const;

/** A `ModuleConfig` of admission-policy-engine, as far as it decides about objects. */
export const moduleConfigSchema = z.looseObject({
  metadata: z.looseObject({ name: z.literal("admission-policy-engine") }),
  spec: z.looseObject({
    settings: z.optional(
      z.looseObject({
        podSecurityStandards: z.optional(
          z.looseObject({
            defaultPolicy: z.optional(z.enum(["Privileged", "Baseline", "Restricted"])),
            enforcementAction: z.optional(z.enum(["Deny", "Warn", "Dryrun"])),
            controllerValidation: z.optional(z.boolean()),
            policies: z.optional(
              z.looseObject({
                hostPorts: z.optional(z.looseObject({ knownRanges: z.optional(z.array(range)) })),
              }),
            ),
          }),
        ),
        denyVulnerableImages: z.optional(z.looseObject({ enabled: z.optional(z.boolean()) })),
      }),
    ),
  }),
});

/** A `ModuleConfig` that has been read. */
export type ModuleConfig = z.infer<typeof moduleConfigSchema>;

/** From this minor version of Deckhouse on, a new cluster has baseline by default. */
const FIRST_WITH_BASELINE = 55;
/** As Go's semver has it: a leading `v`, the minor and patch parts optional. */
const VERSION = /^v(0|[1-9]\d{0,8})(?:\.(0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})(?:[-+][-+.0-9A-Za-z]+)?)?)?$/;

/** What holds when it is not known with which version a cluster was installed. */
const WITHOUT_VERSION: PerRelease<Level> = { "1.66": "privileged", "1.76": "privileged", next: "baseline" };

/**
 * The default policy of a cluster that has none configured.
 *
 * @param installVersion - the version that the cluster was installed with, e.g. `v1.60.0`; not the one that runs now
 * @source hooks/detect_pss_default_policy.go
 */
export const defaultPolicyOf = (installVersion: string, release: Release): Level => {
  const version = VERSION.exec(installVersion);
  if (version === null) return WITHOUT_VERSION[release];
  const [, major = "0", minor = "0"] = version;
  const isRecent = Number(major) > 1 || (Number(major) === 1 && Number(minor) >= FIRST_WITH_BASELINE);
  return isRecent ? "baseline" : "privileged";
};

/**
 * The settings that hold.
 *
 * @param installVersion - see {@link defaultPolicyOf}; `undefined` for a cluster that is not known, which is taken for a
 *   recent one
 */
export const resolveSettings = (
  config: ModuleConfig | undefined,
  installVersion: string | undefined,
  release: Release,
): ModuleSettings => {
  const standards = config?.spec.settings?.podSecurityStandards;
  const { defaultPolicy, enforcementAction, policies } = standards ?? {};
  const fallback = installVersion === undefined ? "baseline" : defaultPolicyOf(installVersion, release);
  return {
    defaultPolicy: defaultPolicy === undefined ? fallback : POLICIES[defaultPolicy],
    defaultAction: enforcementAction === undefined ? "deny" : ACTIONS[enforcementAction],
    // The schema has let nothing in but ranges.
    knownRanges: (policies?.hostPorts?.knownRanges ?? []) as Json,
  };
};
