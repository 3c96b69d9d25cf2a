import { RELEASES } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.js";

describe("what 1.66 takes for empty it drops, and later releases keep", () => {
  it.each<[string, unknown]>([
    ["allowedHostPaths", []],
    ["allowedRepos", []],
    ["allowedProcMount", ""],
    ["readOnlyRootFilesystem", false],
    ["checkContainerDuplicates", false],
  ])("%s: %j", (name, value) => {
    expect(RELEASES.map((release) => normalise({ [name]: value }, release))).toEqual([
      {},
      { [name]: value },
      { [name]: value },
    ]);
  });
});

describe("every release keeps", () => {
  it.each<[string, unknown]>([
    ["allowHostIPC", false],
    ["allowHostPID", false],
    ["allowHostNetwork", false],
    ["allowPrivileged", false],
    ["allowPrivilegeEscalation", false],
    ["automountServiceAccountToken", false],
    ["maxRevisionHistoryLimit", 0],
    ["replicaLimits", {}],
    ["allowedRepos", [""]],
    ["readOnlyRootFilesystem", true],
  ])("%s: %j", (name, value) => {
    for (const release of RELEASES) expect(normalise({ [name]: value }, release)).toEqual({ [name]: value });
  });
});

it("a field that is undefined is absent", () => {
  for (const release of RELEASES) expect(normalise({ allowedRepos: undefined }, release)).toEqual({});
});
