import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, existsAt, judge } from "../../test/judge.js";
import { allowPrivilegeEscalation } from "./allow-privilege-escalation.js";

const onSystem = (os: unknown) => ({ spec: { os, containers: [{ name: "app" }] } });

describe("allowPrivilegeEscalation", () => {
  it("exists from v1.8 on", () => {
    expect(existsAt(allowPrivilegeEscalation, 7)).toBe(false);
    expect(existsAt(allowPrivilegeEscalation, 8)).toBe(true);
  });

  it("allows false", () => {
    expect(judge(allowPrivilegeEscalation, 8, eachContainerWith({ allowPrivilegeEscalation: false }))).toMatchObject({
      findings: [],
      faults: [],
    });
  });

  it.each([undefined, null, {}, { allowPrivilegeEscalation: null }, { allowprivilegeescalation: false }])(
    "refuses the security context %j, which does not say false",
    (securityContext) => {
      expect(judge(allowPrivilegeEscalation, 8, containerWith(securityContext)).findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "allowPrivilegeEscalation"],
          container: { list: "containers", index: 0, name: "app" },
          found: undefined,
          allowed: false,
        },
      ]);
    },
  );

  it("refuses true", () => {
    expect(judge(allowPrivilegeEscalation, 37, containerWith({ allowPrivilegeEscalation: true })).places).toEqual([
      "spec.containers[0].securityContext.allowPrivilegeEscalation: true",
    ]);
  });

  it("inherits nothing from the pod", () => {
    const pod = { spec: { securityContext: { allowPrivilegeEscalation: false }, containers: [{ name: "app" }] } };
    expect(judge(allowPrivilegeEscalation, 8, pod).findings).toHaveLength(1);
  });

  it("allows a pod without containers", () => {
    expect(judge(allowPrivilegeEscalation, 8, { spec: {} }).findings).toEqual([]);
  });

  it("judges a null in the list of containers as a container without a name", () => {
    expect(judge(allowPrivilegeEscalation, 8, { spec: { containers: [null] } }).detail).toBe(
      'container "" must set securityContext.allowPrivilegeEscalation=false',
    );
  });

  it("names containers in the order init, ordinary, ephemeral", () => {
    const { reason, detail } = judge(allowPrivilegeEscalation, 8, eachContainerWith({}));
    expect(reason).toBe("allowPrivilegeEscalation != false");
    expect(detail).toBe('containers "init", "app", "debug" must set securityContext.allowPrivilegeEscalation=false');
  });

  it("is asked of Windows pods up to v1.24 and not from v1.25 on", () => {
    expect(judge(allowPrivilegeEscalation, 24, onSystem({ name: "windows" })).findings).toHaveLength(1);
    expect(judge(allowPrivilegeEscalation, 25, onSystem({ name: "windows" })).findings).toEqual([]);
  });

  it.each([undefined, null, {}, { name: null }, { name: "" }, { name: "linux" }, { name: "Windows" }])(
    "is asked of pods whose operating system is %j",
    (os) => {
      expect(judge(allowPrivilegeEscalation, 25, onSystem(os)).findings).toHaveLength(1);
    },
  );

  it("takes a value of a wrong type for a fault, and for absent", () => {
    expect(judge(allowPrivilegeEscalation, 8, containerWith({ allowPrivilegeEscalation: "false" }))).toMatchObject({
      places: ["spec.containers[0].securityContext.allowPrivilegeEscalation: absent"],
      faults: ["spec.containers[0].securityContext.allowPrivilegeEscalation: boolean, not string"],
    });
  });
});
