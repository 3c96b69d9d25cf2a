import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge } from "../../test/judge.js";
import { procMount } from "./proc-mount.js";

const inUserNamespace = (hostUsers: unknown) => ({
  spec: { hostUsers, containers: [{ name: "app", securityContext: { procMount: "Unmasked" } }] },
});

describe("procMount", () => {
  it.each([undefined, null, {}, { procMount: null }, { procMount: "Default" }, { procmount: "Unmasked" }])(
    "allows the security context %j",
    (securityContext) => {
      expect(judge(procMount, 0, containerWith(securityContext))).toMatchObject({ findings: [], faults: [] });
    },
  );

  it.each(["Unmasked", "default", "DEFAULT", "Default ", ""])("refuses %j", (value) => {
    const { findings, reason, detail } = judge(procMount, 37, containerWith({ procMount: value }));
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "procMount"],
        container: { list: "containers", index: 0, name: "app" },
        found: value,
        allowed: "Default",
      },
    ]);
    expect(reason).toBe("procMount");
    expect(detail).toBe(`container "app" must not set securityContext.procMount to "${value}"`);
  });

  it("names containers in the order init, ordinary, ephemeral, and each value once", () => {
    expect(judge(procMount, 0, eachContainerWith({ procMount: "Unmasked" })).detail).toBe(
      'containers "init", "app", "debug" must not set securityContext.procMount to "Unmasked"',
    );
  });

  it("sorts the values by bytes", () => {
    const containers = ["b", "～", "a", "😀"].map((value) => ({ name: "c", securityContext: { procMount: value } }));
    expect(judge(procMount, 0, { spec: { containers } }).detail).toBe(
      'containers "c", "c", "c", "c" must not set securityContext.procMount to "a", "b", "～", "😀"',
    );
  });

  it("is asked of pods in a user namespace up to v1.34 and not from v1.35 on", () => {
    expect(judge(procMount, 34, inUserNamespace(false)).findings).toHaveLength(1);
    expect(judge(procMount, 35, inUserNamespace(false)).findings).toEqual([]);
  });

  it.each([undefined, null, true])("is asked from v1.35 on of pods whose hostUsers is %j", (hostUsers) => {
    expect(judge(procMount, 35, inUserNamespace(hostUsers)).findings).toHaveLength(1);
  });

  it.each([
    [inUserNamespace("false"), "spec.hostUsers: boolean, not string"],
    [inUserNamespace(0), "spec.hostUsers: boolean, not number"],
  ])("takes %j for a wrong type, which is no excuse", (pod, fault) => {
    expect(judge(procMount, 35, pod)).toMatchObject({ reason: "procMount", faults: [fault] });
  });

  it("takes a value of a wrong type for a fault", () => {
    expect(judge(procMount, 0, containerWith({ procMount: 1 }))).toMatchObject({
      findings: [],
      faults: ["spec.containers[0].securityContext.procMount: string, not number"],
    });
  });
});
