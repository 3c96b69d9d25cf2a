import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const ALLOWED = {
  allowPrivileged: true,
  allowPrivilegeEscalation: true,
  allowHostPID: true,
  allowHostIPC: true,
  allowHostNetwork: true,
};
const lintSecurity = (policies: object) => lintInEach("empty-list", makeSecurityPolicy({ ...ALLOWED, ...policies }));
const outcomes = (place: string, ...each: readonly string[]) =>
  each.map((outcome) => [`spec.policies.${place} ${outcome}`]);

describe("an empty list: 1.66 drops it, later releases allow nothing", () => {
  it.each(["allowedRepos", "disallowedImageTags", "priorityClassNames", "ingressClassNames", "storageClassNames"])(
    "%s",
    (name) => {
      expect(lintInEach("empty-list", makeOperationPolicy({ [name]: [] }))).toEqual(
        outcomes(name, "admitted", "refused", "refused"),
      );
    },
  );

  it.each([
    "allowedHostPaths",
    "allowedHostPorts",
    "allowedVolumes",
    "allowedCapabilities",
    "allowedFlexVolumes",
    "allowedAppArmor",
    "seLinux",
  ])("%s", (name) => {
    expect(lintSecurity({ [name]: [] })).toEqual(outcomes(name, "admitted", "refused", "refused"));
  });

  it("next makes nothing of an empty list of allowed sysctls, of profiles that have to be dropped, or of seccomp profiles", () => {
    for (const name of ["allowedUnsafeSysctls", "requiredDropCapabilities"])
      expect(lintSecurity({ [name]: [] })).toEqual(outcomes(name, "admitted", "refused", "admitted"));
    const seccompProfiles = { allowedProfiles: [], allowedLocalhostFiles: ["a.json"] };
    expect(lintSecurity({ seccompProfiles })).toEqual(
      outcomes("seccompProfiles.allowedProfiles", "refused", "refused", "refused"),
    );
  });

  it("1.76 makes nothing of an empty list of roles", () => {
    expect(lintSecurity({ allowedClusterRoles: [] })).toEqual(
      outcomes("allowedClusterRoles", "admitted", "admitted", "refused"),
    );
  });

  it("1.66 has no types of Services", () => {
    const [, ...later] = outcomes("allowedServiceTypes", "", "refused", "refused");
    expect(lintSecurity({ allowedServiceTypes: [] })).toEqual([[], ...later]);
  });
});

it("what it does is said of the release", () => {
  const policy = makeSecurityPolicy({ ...ALLOWED, requiredDropCapabilities: [] });
  const messages = (["1.66", "1.76"] as const).map(
    (release) => findingsOf("empty-list", [policy], release)[0]?.message,
  );
  expect(messages).toEqual([
    "an empty `requiredDropCapabilities` restricts nothing in release 1.66",
    "an empty `requiredDropCapabilities` demands that `ALL` is dropped, and that nothing is added in release 1.76",
  ]);
});

it("an object that another field refuses anyway shows nothing", () => {
  const policy = makeSecurityPolicy({ ...ALLOWED, allowedHostPaths: [], allowedVolumes: ["secret"] });
  expect(lintInEach("empty-list", policy)[0]).toEqual(["spec.policies.allowedHostPaths"]);
});

it("a list with something in it is none", () => {
  expect(lintInEach("empty-list", makeOperationPolicy({ allowedRepos: ["a/"] }))).toEqual([[], [], []]);
});
