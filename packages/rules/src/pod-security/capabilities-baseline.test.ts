import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge } from "../../test/judge.js";
import { capabilitiesBaseline } from "./capabilities-baseline.js";

const ALLOWED = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

describe("capabilities_baseline", () => {
  it.each([
    undefined,
    null,
    {},
    { capabilities: null },
    { capabilities: {} },
    { capabilities: { add: null } },
    { capabilities: { add: [] } },
    { capabilities: { drop: ["SYS_ADMIN"] } },
    { capabilities: { add: ALLOWED } },
  ])("allows the security context %j", (securityContext) => {
    expect(judge(capabilitiesBaseline, 0, containerWith(securityContext))).toMatchObject({ findings: [], faults: [] });
  });

  it.each(["SYS_ADMIN", "ALL", "CAP_CHOWN", "chown", "Chown", " CHOWN", "", "AUDIT_READ", "～"])(
    "refuses to add %j",
    (capability) => {
      const pod = containerWith({ capabilities: { add: ["CHOWN", capability] } });
      expect(judge(capabilitiesBaseline, 37, pod).findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "capabilities", "add", 1],
          container: { list: "containers", index: 0, name: "app" },
          found: capability,
          allowed: ALLOWED,
        },
      ]);
    },
  );

  it("refuses a null capability, whose name is empty", () => {
    expect(judge(capabilitiesBaseline, 0, containerWith({ capabilities: { add: [null] } })).detail).toBe(
      'container "app" must not include "" in securityContext.capabilities.add',
    );
  });

  it("names each container once and each capability once, sorted by bytes", () => {
    const { places, reason, detail } = judge(
      capabilitiesBaseline,
      0,
      containerWith({ capabilities: { add: ["😀", "SYS_TIME", "～", "SYS_TIME"] } }),
    );
    expect(places).toHaveLength(4);
    expect(reason).toBe("non-default capabilities");
    expect(detail).toBe('container "app" must not include "SYS_TIME", "～", "😀" in securityContext.capabilities.add');
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(capabilitiesBaseline, 0, eachContainerWith({ capabilities: { add: ["NET_RAW"] } })).detail).toBe(
      'containers "init", "app", "debug" must not include "NET_RAW" in securityContext.capabilities.add',
    );
  });

  it.each([
    [{ capabilities: ["SYS_ADMIN"] }, "capabilities: object, not list"],
    [{ capabilities: { add: "SYS_ADMIN" } }, "capabilities.add: list of strings, not string"],
    [{ capabilities: { add: { 0: "SYS_ADMIN" } } }, "capabilities.add: list of strings, not object"],
    [{ capabilities: { add: ["CHOWN", 1] } }, "capabilities.add[1]: string, not number"],
  ])("takes the security context %j for a wrong type", (securityContext, fault) => {
    expect(judge(capabilitiesBaseline, 0, containerWith(securityContext))).toMatchObject({
      findings: [],
      faults: [`spec.containers[0].securityContext.${fault}`],
    });
  });
});
