import type { Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type { Level } from "../standards/level.js";
import type { ModuleSettings } from "./module-settings.js";
import { applyStandards } from "./standards.js";

const POLICY = "security.deckhouse.io/pod-policy";
const ACTION = "security.deckhouse.io/pod-policy-action";
const OPT_IN = "security.deckhouse.io/enable-security-policy-check";

const apply = (
  labels: Readonly<Record<string, string>>,
  settings: Partial<ModuleSettings> = {},
  release: Release = "1.76",
) =>
  applyStandards(
    new Map(Object.entries(labels)),
    { defaultPolicy: "baseline", defaultAction: "deny", knownRanges: [], ...settings },
    release,
  );
const standardsOf = (label: string | undefined, defaultPolicy: Level): readonly string[] =>
  apply(label === undefined ? {} : { [POLICY]: label }, { defaultPolicy }).map(({ standard }) => standard);

const [none, one, both] = [[], ["baseline"], ["baseline", "restricted"]];

describe("which standards hold, by the default policy and the pod-policy label", () => {
  it.each<[Level, string | undefined, readonly string[]]>([
    ["privileged", undefined, none],
    ["privileged", "", none],
    ["privileged", "privileged", none],
    ["privileged", "baseline", one],
    ["privileged", "restricted", both],
    ["privileged", "Restricted", none],
    ["baseline", undefined, one],
    ["baseline", "", one],
    ["baseline", "privileged", none],
    ["baseline", "Privileged", one],
    ["baseline", "strict", one],
    ["baseline", "baseline", one],
    ["baseline", "restricted", both],
    ["restricted", undefined, both],
    ["restricted", "strict", both],
    ["restricted", "privileged", none],
    ["restricted", "baseline", one],
    ["restricted", "restricted", both],
  ])("default %s, label %j: %j", (defaultPolicy, label, expected) => {
    expect(standardsOf(label, defaultPolicy)).toEqual(expected);
  });
});

describe("with which action, and under which name", () => {
  it.each([
    [undefined, "deny", "deny", "d8-pod-security-baseline-deny-default"],
    ["warn", "deny", "warn", "d8-pod-security-baseline-warn"],
    ["dryrun", "deny", "dryrun", "d8-pod-security-baseline-dryrun"],
    ["deny", "deny", "deny", "d8-pod-security-baseline-deny-default"],
    ["deny", "warn", "deny", "d8-pod-security-baseline-deny"],
    ["Warn", "deny", "deny", "d8-pod-security-baseline-deny-default"],
    ["off", "dryrun", "dryrun", "d8-pod-security-baseline-dryrun-default"],
    ["", "warn", "warn", "d8-pod-security-baseline-warn-default"],
  ] as const)("label %j, default %s: %s, %s", (label, defaultAction, action, name) => {
    const labels = label === undefined ? {} : { [ACTION]: label };
    expect(apply(labels, { defaultAction })).toEqual([{ standard: "baseline", action, name }]);
  });
});

describe("system namespaces, labelled heritage: deckhouse, go by their opt-in from 1.76 on", () => {
  const names = (labels: object, defaultPolicy: Level, release: Release = "1.76") =>
    apply({ heritage: "deckhouse", ...labels }, { defaultPolicy }, release).map(({ name }) => name);
  const [baseline, restricted] = ["baseline", "restricted"].map((standard) => `d8-pod-security-${standard}-deny`);
  it.each<[Level, object, readonly string[]]>([
    ["baseline", {}, []],
    ["baseline", { [OPT_IN]: "" }, []],
    ["baseline", { [OPT_IN]: "True" }, []],
    ["baseline", { [OPT_IN]: "true" }, [`${baseline}-d8-default`, `${restricted}-d8-default`]],
    ["baseline", { [OPT_IN]: "true", [POLICY]: "privileged" }, [`${baseline}-d8-default`, `${restricted}-d8-default`]],
    ["restricted", { [OPT_IN]: "true" }, [`${baseline}-d8-default`]],
    ["privileged", { [OPT_IN]: "true" }, [`${restricted}-d8-default`]],
    ["privileged", { [OPT_IN]: "true", [POLICY]: "baseline" }, [`${baseline}-default`, `${restricted}-d8-default`]],
    ["privileged", { [POLICY]: "restricted" }, [`${baseline}-default`]],
    [
      "baseline",
      { [OPT_IN]: "true", [ACTION]: "warn" },
      ["d8-pod-security-baseline-warn-d8", "d8-pod-security-restricted-warn-d8"],
    ],
  ])("default %s, %j: %j", (defaultPolicy, labels, expected) => {
    for (const release of ["1.76", "next"] as const) expect(names(labels, defaultPolicy, release)).toEqual(expected);
  });

  it("1.66 has no variant for them: its webhook never asks", () => {
    expect(names({ [OPT_IN]: "true" }, "baseline", "1.66")).toEqual([`${baseline}-default`]);
  });

  it("another heritage is none", () => {
    expect(apply({ heritage: "Deckhouse" })).toHaveLength(1);
  });
});
