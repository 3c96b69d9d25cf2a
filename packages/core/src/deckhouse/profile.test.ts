import { RELEASES, type Release, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { PROFILE } from "./profile.js";

const ranges = [{ min: 1, max: 2 }];
const parametersOf = (standard: string, kind: string, release: Release) =>
  PROFILE.find((row) => row.standard === standard && row.kind === kind)?.parameters(release, ranges);

describe("Deckhouse's own standards", () => {
  it("baseline has ten constraints and restricted five more", () => {
    const kinds = (standard: string) => PROFILE.filter((row) => row.standard === standard).map(({ kind }) => kind);
    expect(kinds("baseline")).toEqual([
      "D8HostNetwork",
      "D8HostProcesses",
      "D8AppArmor",
      "D8AllowedCapabilities",
      "D8AllowedHostPaths",
      "D8PrivilegedContainer",
      "D8AllowedProcMount",
      "D8SeLinux",
      "D8AllowedSysctls",
      "D8AllowedSeccompProfiles",
    ]);
    expect(kinds("restricted")).toEqual([
      "D8AllowedCapabilities",
      "D8AllowPrivilegeEscalation",
      "D8AllowedVolumeTypes",
      "D8AllowedUsers",
      "D8AllowedSeccompProfiles",
    ]);
  });

  it("every row can be prepared in every release", () => {
    for (const release of RELEASES) {
      for (const { kind, parameters } of PROFILE) {
        const known = SECURITY_CONSTRAINTS.find(({ name }) => name === kind);
        expect(known?.prepare(release, parameters(release, [])), `${kind} ${release}`).toHaveProperty("check");
      }
    }
  });

  it("host ports are those of the settings", () => {
    for (const release of RELEASES)
      expect(parametersOf("baseline", "D8HostNetwork", release)).toEqual({ allowHostNetwork: false, ranges });
  });

  it.each([
    ["baseline", "D8HostProcesses", { allowHostPID: false, allowHostIPC: false }],
    ["baseline", "D8AllowedHostPaths", { allowedHostPaths: [] }],
    ["restricted", "D8AllowPrivilegeEscalation", { allowPrivilegeEscalation: false }],
  ])("next writes out the parameters of %s %s", (standard, kind, written) => {
    expect(RELEASES.map((release) => parametersOf(standard, kind, release))).toEqual([{}, {}, written]);
  });

  it.each<[string, string, readonly number[]]>([
    ["D8AllowedSysctls", "allowedSysctls", [5, 10, 10]],
    ["D8SeLinux", "allowedSELinuxOptions", [4, 5, 5]],
    ["D8AllowedCapabilities", "allowedCapabilities", [13, 13, 13]],
    ["D8AllowedSeccompProfiles", "allowedProfiles", [4, 4, 4]],
  ])("%s lists as many as each release does", (kind, parameter, counts) => {
    const lists = RELEASES.map(
      (release) => parametersOf("baseline", kind, release) as Readonly<Record<string, readonly unknown[]>>,
    );
    expect(lists.map((list) => list[parameter]?.length)).toEqual(counts);
  });

  it("restricted takes no image volumes, and no container without a seccomp profile", () => {
    expect(parametersOf("restricted", "D8AllowedVolumeTypes", "1.76")).not.toHaveProperty(
      "volumes",
      expect.arrayContaining(["image"]),
    );
    expect(parametersOf("restricted", "D8AllowedSeccompProfiles", "1.76")).toEqual({
      allowedProfiles: ["RuntimeDefault", "Localhost"],
      allowedLocalhostFiles: ["*"],
    });
  });
});
