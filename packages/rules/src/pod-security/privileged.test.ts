import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge } from "../../test/judge.js";
import { privileged } from "./privileged.js";

describe("privileged", () => {
  it.each([undefined, null, {}, { privileged: null }, { privileged: false }, { Privileged: true }])(
    "allows the security context %j",
    (securityContext) => {
      expect(judge(privileged, 0, containerWith(securityContext))).toMatchObject({ findings: [], faults: [] });
    },
  );

  it("does not read the pod's own security context", () => {
    const pod = { spec: { securityContext: { privileged: true }, containers: [{ name: "app" }] } };
    expect(judge(privileged, 0, pod).findings).toEqual([]);
  });

  it("refuses true", () => {
    const { findings, reason, detail } = judge(privileged, 37, containerWith({ privileged: true }));
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "privileged"],
        container: { list: "containers", index: 0, name: "app" },
        found: true,
        allowed: false,
      },
    ]);
    expect(reason).toBe("privileged");
    expect(detail).toBe('container "app" must not set securityContext.privileged=true');
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(privileged, 0, eachContainerWith({ privileged: true })).detail).toBe(
      'containers "init", "app", "debug" must not set securityContext.privileged=true',
    );
  });

  it.each([
    [containerWith({ privileged: "true" }), "spec.containers[0].securityContext.privileged: boolean, not string"],
    [containerWith({ privileged: 1 }), "spec.containers[0].securityContext.privileged: boolean, not number"],
    [containerWith("privileged"), "spec.containers[0].securityContext: object, not string"],
  ])("takes %j for a wrong type", (pod, fault) => {
    expect(judge(privileged, 0, pod)).toMatchObject({ findings: [], faults: [fault] });
  });
});
