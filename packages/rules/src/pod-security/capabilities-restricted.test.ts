import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, existsAt, judge } from "../../test/judge.js";
import { capabilitiesRestricted } from "./capabilities-restricted.js";

const capabilities = (value: unknown) => containerWith({ capabilities: value });
const onSystem = (os: unknown) => ({ spec: { os, containers: [{ name: "app" }] } });

describe("capabilities_restricted", () => {
  it("exists from v1.22 on", () => {
    expect(existsAt(capabilitiesRestricted, 21)).toBe(false);
    expect(existsAt(capabilitiesRestricted, 22)).toBe(true);
  });

  it("takes the place of capabilities_baseline", () => {
    expect(capabilitiesRestricted.overrides).toBe("capabilities_baseline");
  });

  it.each([
    { drop: ["ALL"] },
    { drop: ["NET_RAW", "ALL"] },
    { drop: ["ALL", "ALL", null] },
    { drop: ["ALL"], add: null },
    { drop: ["ALL"], add: [] },
    { drop: ["ALL"], add: ["NET_BIND_SERVICE", "NET_BIND_SERVICE"] },
  ])("allows %j", (value) => {
    expect(judge(capabilitiesRestricted, 22, capabilities(value))).toMatchObject({ findings: [], faults: [] });
  });

  it.each([[{}], [null], [{ drop: null }], [{ drop: [] }], [{ add: [] }]])(
    "refuses %j, which drops nothing",
    (value) => {
      expect(judge(capabilitiesRestricted, 37, capabilities(value)).findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "capabilities", "drop"],
          container: { list: "containers", index: 0, name: "app" },
          found: undefined,
          allowed: ["ALL"],
        },
      ]);
    },
  );

  it.each([[["all"]], [["All"]], [["CAP_ALL"]], [["ALL "]], [["NET_RAW", "CHOWN"]], [[""]]])(
    "refuses to drop only %j",
    (drop) => {
      expect(judge(capabilitiesRestricted, 22, capabilities({ drop }))).toMatchObject({
        findings: [{ found: drop, allowed: ["ALL"] }],
        reason: "unrestricted capabilities",
        detail: 'container "app" must set securityContext.capabilities.drop=["ALL"]',
      });
    },
  );

  it("shows a null in the list as the empty name that it stands for", () => {
    expect(judge(capabilitiesRestricted, 22, capabilities({ drop: [null] })).findings).toMatchObject([{ found: [""] }]);
  });

  it.each(["CHOWN", "SYS_ADMIN", "ALL", "CAP_NET_BIND_SERVICE", "net_bind_service", ""])(
    "refuses to add %j even when all is dropped",
    (capability) => {
      const value = { drop: ["ALL"], add: ["NET_BIND_SERVICE", capability] };
      const { findings, detail } = judge(capabilitiesRestricted, 22, capabilities(value));
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "capabilities", "add", 1],
          container: { list: "containers", index: 0, name: "app" },
          found: capability,
          allowed: ["NET_BIND_SERVICE"],
        },
      ]);
      expect(detail).toBe(`container "app" must not include "${capability}" in securityContext.capabilities.add`);
    },
  );

  it("names first who drops too little, then who adds too much", () => {
    const pod = {
      spec: {
        initContainers: [
          { name: "a", securityContext: { capabilities: { drop: ["ALL"], add: ["SYS_TIME", "CHOWN"] } } },
        ],
        containers: [{ name: "b" }, { name: "c", securityContext: { capabilities: { add: ["CHOWN"] } } }],
        ephemeralContainers: [{ name: "d", securityContext: { capabilities: { drop: ["ALL"] } } }],
      },
    };
    expect(judge(capabilitiesRestricted, 22, pod).detail).toBe(
      'containers "b", "c" must set securityContext.capabilities.drop=["ALL"]; ' +
        'containers "a", "c" must not include "CHOWN", "SYS_TIME" in securityContext.capabilities.add',
    );
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(capabilitiesRestricted, 22, eachContainerWith({})).detail).toBe(
      'containers "init", "app", "debug" must set securityContext.capabilities.drop=["ALL"]',
    );
  });

  it("is asked of Windows pods up to v1.24 and not from v1.25 on, whatever they add", () => {
    const pod = {
      spec: {
        os: { name: "windows" },
        containers: [{ name: "app", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }],
      },
    };
    expect(judge(capabilitiesRestricted, 24, pod).findings).toHaveLength(2);
    expect(judge(capabilitiesRestricted, 25, pod).findings).toEqual([]);
  });

  it.each([undefined, null, { name: "linux" }, { name: "WINDOWS" }])(
    "is asked of pods whose operating system is %j",
    (os) => {
      expect(judge(capabilitiesRestricted, 25, onSystem(os)).findings).toHaveLength(1);
    },
  );

  it("takes an entry of a wrong type for a fault, and the whole list for absent", () => {
    expect(judge(capabilitiesRestricted, 22, capabilities({ drop: ["ALL", 1] }))).toMatchObject({
      places: ["spec.containers[0].securityContext.capabilities.drop: absent"],
      faults: ["spec.containers[0].securityContext.capabilities.drop[1]: string, not number"],
    });
  });
});
