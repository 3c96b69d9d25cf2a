import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const ALLOWED = {
  allowPrivileged: true,
  allowPrivilegeEscalation: true,
  allowHostPID: true,
  allowHostIPC: true,
  allowHostNetwork: true,
};

describe("an empty list: 1.66 drops it, later releases allow nothing", () => {
  it.each([
    ["allowedRepos", makeOperationPolicy],
    ["priorityClassNames", makeOperationPolicy],
    ["ingressClassNames", makeOperationPolicy],
    ["storageClassNames", makeOperationPolicy],
    ["allowedHostPaths", makeSecurityPolicy],
    ["allowedHostPorts", makeSecurityPolicy],
    ["allowedVolumes", makeSecurityPolicy],
    ["allowedCapabilities", makeSecurityPolicy],
    ["allowedFlexVolumes", makeSecurityPolicy],
    ["seLinux", makeSecurityPolicy],
  ])("%s", (name, makePolicy) => {
    const others = makePolicy === makeSecurityPolicy ? ALLOWED : {};
    const place = `spec.policies.${name}`;
    expect(lintInEach("empty-list", makePolicy({ ...others, [name]: [] }))).toEqual([
      [`${place} admitted`],
      [`${place} refused`],
      [`${place} refused`],
    ]);
  });

  it("a list with something in it is none", () => {
    expect(lintInEach("empty-list", makeOperationPolicy({ allowedRepos: ["a/"] }))).toEqual([[], [], []]);
  });
});
