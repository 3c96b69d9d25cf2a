import { RELEASES } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { makeModuleConfig } from "../../test/deckhouse.js";
import { defaultPolicyOf, moduleConfigSchema, resolveSettings } from "./module-settings.js";

describe("the default policy by the version that a cluster was installed with", () => {
  it.each([
    ["v1.55.0", "baseline"],
    ["v1.55.0-alpha.1", "baseline"],
    ["v1.60", "baseline"],
    ["v2", "baseline"],
    ["v2.0.0+build.5", "baseline"],
    ["v1.54.99", "privileged"],
    ["v1.9.0", "privileged"],
    ["v1", "privileged"],
    ["v0.99.0", "privileged"],
  ])("%s: %s in every release", (version, level) => {
    for (const release of RELEASES) expect(defaultPolicyOf(version, release)).toBe(level);
  });

  it.each(["", "dev", "1.60.0", "v1.60.0.1", "v01.60.0", "v1.60.0 ", "vx", "V1.60.0", `v${"9".repeat(400)}`])(
    "%j is no version, which 1.66 and 1.76 take for an old cluster, and next for a recent one",
    (version) => {
      expect(RELEASES.map((release) => defaultPolicyOf(version, release))).toEqual([
        "privileged",
        "privileged",
        "baseline",
      ]);
    },
  );
});

describe("the settings that hold", () => {
  const resolve = (settings: object, installVersion?: string) =>
    resolveSettings(
      moduleConfigSchema.parse(makeModuleConfig({ podSecurityStandards: settings })),
      installVersion,
      "1.76",
    );
  const knownRanges = [{ min: 1, max: 2 }, { min: 5 }];
  it.each([
    [{}, undefined, { defaultPolicy: "baseline", defaultAction: "deny", knownRanges: [] }],
    [{}, "", { defaultPolicy: "privileged" }],
    [{}, "v1.60.0", { defaultPolicy: "baseline" }],
    [{ defaultPolicy: "Restricted" }, "v1.50.0", { defaultPolicy: "restricted" }],
    [{ defaultPolicy: "Privileged" }, undefined, { defaultPolicy: "privileged" }],
    [{ defaultPolicy: "Baseline" }, "", { defaultPolicy: "baseline" }],
    [{ enforcementAction: "Warn" }, undefined, { defaultAction: "warn" }],
    [{ enforcementAction: "Dryrun" }, undefined, { defaultAction: "dryrun" }],
    [{ enforcementAction: "Deny" }, undefined, { defaultAction: "deny" }],
    [{ policies: { hostPorts: { knownRanges } } }, undefined, { knownRanges }],
    [{ policies: { hostPorts: {} } }, undefined, { knownRanges: [] }],
  ])("%j of a cluster installed with %j", (settings, installVersion, expected) => {
    expect(resolve(settings, installVersion)).toMatchObject(expected);
  });

  it("without a configuration", () => {
    const expected = { defaultPolicy: "baseline", defaultAction: "deny", knownRanges: [] };
    expect(resolveSettings(undefined, undefined, "1.66")).toEqual(expected);
  });
});

describe("a configuration that the module refuses", () => {
  it.each([
    { podSecurityStandards: { defaultPolicy: "baseline" } },
    { podSecurityStandards: { enforcementAction: "deny" } },
    { podSecurityStandards: { policies: { hostPorts: { knownRanges: [{ min: "1" }] } } } },
    { podSecurityStandards: { controllerValidation: "no" } },
    { denyVulnerableImages: true },
  ])("%j", (settings) => {
    expect(moduleConfigSchema.safeParse(makeModuleConfig(settings)).success).toBe(false);
  });

  it("or of another module", () => {
    const config = { ...makeModuleConfig({}), metadata: { name: "prometheus" } };
    expect(moduleConfigSchema.safeParse(config).success).toBe(false);
  });
});
