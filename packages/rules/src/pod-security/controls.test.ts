import { describe, expect, it } from "vitest";
import { compareBytes } from "../language/byte-order.js";
import { activeControls, controlFaults, newestVersion } from "./active-controls.js";
import { CONTROLS } from "./controls.js";

/** The matrix of the specification: for each control the versions at which a behaviour begins. */
const MATRIX: Readonly<Record<string, readonly number[]>> = {
  appArmorProfile: [0],
  capabilities_baseline: [0],
  hostNamespaces: [0],
  hostPathVolumes: [0],
  hostPorts: [0],
  hostProbesAndHostLifecycle: [34],
  privileged: [0],
  procMount: [0, 35],
  seLinuxOptions: [0, 31],
  seccompProfile_baseline: [0, 19],
  sysctls: [0, 27, 29, 32, 37],
  windowsHostProcess: [0],
  allowPrivilegeEscalation: [8, 25],
  capabilities_restricted: [22, 25],
  procMount_restricted: [35],
  restrictedVolumes: [0],
  runAsNonRoot: [0, 35],
  runAsUser: [23, 35],
  seccompProfile_restricted: [19, 25],
};

describe("CONTROLS", () => {
  it("is well-formed", () => {
    expect(controlFaults(CONTROLS)).toEqual([]);
  });

  it("changes behaviour at the versions of the specification's matrix", () => {
    const versions = CONTROLS.map(({ id, behaviours }) => [id, behaviours.map(({ since }) => since)]);
    expect(Object.fromEntries(versions)).toEqual(MATRIX);
  });

  it("is in the order of evaluation: baseline ids by bytes, then restricted ids by bytes", () => {
    const idsOf = (level: string) => CONTROLS.filter((control) => control.level === level).map(({ id }) => id);
    const sorted = [...idsOf("baseline").sort(compareBytes), ...idsOf("restricted").sort(compareBytes)];
    expect(CONTROLS.map(({ id }) => id)).toEqual(sorted);
    expect(Object.keys(MATRIX)).toEqual(sorted);
  });

  it("knows v1.37 as the newest version", () => {
    expect(newestVersion(CONTROLS)).toBe(37);
  });

  it.each([
    ["hostPathVolumes", 0],
    ["seccompProfile_baseline", 19],
    ["capabilities_baseline", 22],
    ["procMount", 35],
  ])("overrides %s at level restricted from v1.%i on", (id, since) => {
    for (let version = 0; version <= 37; version++) {
      const ids = activeControls(CONTROLS, "restricted", version).map(({ control }) => control.id);
      expect(ids.includes(id)).toBe(version < since);
    }
  });

  it.each([
    [0, 11, 12],
    [8, 11, 13],
    [19, 11, 13],
    [22, 11, 13],
    [23, 11, 14],
    [33, 11, 14],
    [34, 12, 15],
    [35, 12, 15],
    [37, 12, 15],
  ])("runs at v1.%i %i controls of baseline and %i of restricted", (version, baseline, restricted) => {
    expect(activeControls(CONTROLS, "baseline", version)).toHaveLength(baseline);
    expect(activeControls(CONTROLS, "restricted", version)).toHaveLength(restricted);
  });

  it("marks the controls that the alpha feature gate for user namespaces relaxed", () => {
    expect(CONTROLS.filter(({ userNamespaceGate }) => userNamespaceGate).map(({ id }) => id)).toEqual([
      "procMount",
      "procMount_restricted",
      "runAsNonRoot",
      "runAsUser",
    ]);
  });
});
