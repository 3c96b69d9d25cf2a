import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, existsAt, judge } from "../../test/judge.js";
import { procMountRestricted } from "./proc-mount-restricted.js";

describe("procMount_restricted", () => {
  it("exists from v1.35 on", () => {
    expect(existsAt(procMountRestricted, 34)).toBe(false);
    expect(existsAt(procMountRestricted, 35)).toBe(true);
  });

  it("takes the place of procMount", () => {
    expect(procMountRestricted.overrides).toBe("procMount");
  });

  it.each([undefined, null, {}, { procMount: null }, { procMount: "Default" }])(
    "allows the security context %j",
    (securityContext) => {
      expect(judge(procMountRestricted, 35, containerWith(securityContext)).findings).toEqual([]);
    },
  );

  it.each([undefined, null, true, false])("refuses what is not Default even when hostUsers is %j", (hostUsers) => {
    const containers = [{ name: "app", securityContext: { procMount: "Unmasked" } }];
    const { findings, reason, detail } = judge(procMountRestricted, 37, { spec: { hostUsers, containers } });
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "procMount"],
        container: { list: "containers", index: 0, name: "app" },
        found: "Unmasked",
        allowed: "Default",
      },
    ]);
    expect(reason).toBe("procMount");
    expect(detail).toBe('container "app" must not set securityContext.procMount to "Unmasked"');
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(procMountRestricted, 35, eachContainerWith({ procMount: "" })).detail).toBe(
      'containers "init", "app", "debug" must not set securityContext.procMount to ""',
    );
  });
});
