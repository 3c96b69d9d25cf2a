import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "boundless-value";
const ALLOWED = {
  allowPrivileged: true,
  allowPrivilegeEscalation: true,
  allowHostPID: true,
  allowHostIPC: true,
  allowHostNetwork: true,
};
const lintSecurity = (policies: object) => lintInEach(CODE, makeSecurityPolicy({ ...ALLOWED, ...policies }));
const inEach = (place: string) => Array(3).fill([`spec.policies.${place} admitted`]);

describe("an item that admits everything", () => {
  it("the empty beginning of an image", () => {
    expect(lintInEach(CODE, makeOperationPolicy({ allowedRepos: ["a/", ""] }))).toEqual(inEach("allowedRepos.1"));
  });

  it.each<[string, object]>([
    ["allowedHostPaths.0", { allowedHostPaths: [{ pathPrefix: "/" }] }],
    ["allowedHostPorts.0", { allowedHostPorts: [{ min: 1, max: 65535 }] }],
    ["runAsUser.ranges.1", { runAsUser: { rule: "MustRunAs", ranges: [{ max: 9 }, { max: 4294967295 }] } }],
    ["runAsGroup.ranges.0", { runAsGroup: { rule: "MayRunAs", ranges: [{ min: 0, max: 2147483647 }] } }],
    ["fsGroup.ranges.0", { fsGroup: { rule: "MayRunAs", ranges: [{ max: 2147483647 }] } }],
    ["supplementalGroups.ranges.0", { supplementalGroups: { rule: "MayRunAs", ranges: [{ max: 2147483647 }] } }],
    ["allowedAppArmor.0", { allowedAppArmor: ["**"] }],
  ])("%s", (place, policies) => {
    expect(lintSecurity(policies)).toEqual(inEach(place));
  });

  it("every driver, in next", () => {
    const place = "spec.policies.allowedFlexVolumes.0 admitted";
    expect(lintSecurity({ allowedFlexVolumes: [{ driver: "*" }] })).toEqual([[], [], [place]]);
  });

  it("is none of these", () => {
    const bounded = {
      allowedHostPaths: [{ pathPrefix: "/", readOnly: true }, { pathPrefix: "" }, { pathPrefix: "/a" }],
      allowedHostPorts: [{ min: 1024, max: 65535 }, {}],
      runAsUser: { rule: "MustRunAs", ranges: [{ min: 1, max: 4294967295 }] },
      allowedAppArmor: ["localhost/*"],
    };
    expect(lintSecurity(bounded)).toEqual([[], [], []]);
  });
});
