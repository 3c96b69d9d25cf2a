import { describe, expect, it } from "vitest";
import { makeModuleConfig } from "../../test/deckhouse.js";
import { readPolicies } from "../read-policies.js";
import { deckhouse } from "./deckhouse.js";

const problemsOf = (settings: Readonly<Record<string, unknown>>) =>
  readPolicies([makeModuleConfig(settings)], { kinds: [deckhouse({ profile: "deckhouse" })] }).problems;

describe("settings of the module", () => {
  it.each<[object, string, string]>([
    [{ podSecurityStandard: {} }, "spec.settings.podSecurityStandard", "podSecurityStandards"],
    [
      { podSecurityStandards: { defaultPolcy: "Restricted" } },
      "spec.settings.podSecurityStandards.defaultPolcy",
      "defaultPolicy",
    ],
    [
      { podSecurityStandards: { policies: { hostPort: {} } } },
      "spec.settings.podSecurityStandards.policies.hostPort",
      "hostPorts",
    ],
  ])("that are misspelt are reported: %j", (settings, path, near) => {
    expect(problemsOf({ ...settings })).toEqual([
      {
        code: "unknown-field",
        message: `policy document 0: \`${path}\`: unknown field, the nearest is \`${near}\``,
        document: 0,
        path: path.split("."),
        effect: "report",
      },
    ]);
  });

  it.each<[object]>([
    [{}],
    [{ podSecurityStandards: { defaultPolicy: "Baseline", enforcementAction: "Warn", controllerValidation: true } }],
    [{ gatekeeper: { replicas: 2 }, denyVulnerableImages: { storageClass: "x", registrySecrets: [] } }],
    [{ toString: 1, [`podSecurityStandards${"s".repeat(100_000)}`]: 1 }],
  ])("that are others are none of ours: %.60j", (settings) => {
    expect(problemsOf({ ...settings })).toEqual([]);
  });
});
