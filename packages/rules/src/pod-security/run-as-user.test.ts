import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, existsAt, judge, podAndContainerWith } from "../../test/judge.js";
import { runAsUser } from "./run-as-user.js";

const inUserNamespace = (hostUsers: unknown) => ({ spec: { hostUsers, securityContext: { runAsUser: 0 } } });

describe("runAsUser", () => {
  it("exists from v1.23 on", () => {
    expect(existsAt(runAsUser, 22)).toBe(false);
    expect(existsAt(runAsUser, 23)).toBe(true);
  });

  it.each([undefined, null, 1, 1000, -1, 65_535, 2 ** 32, 2n ** 62n])("allows %s for pod and container", (value) => {
    expect(judge(runAsUser, 23, podAndContainerWith({ runAsUser: value }))).toMatchObject({ findings: [], faults: [] });
  });

  it.each([0, -0])("refuses %d of a container", (value) => {
    const { findings, reason, detail } = judge(runAsUser, 37, containerWith({ runAsUser: value }));
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "runAsUser"],
        container: { list: "containers", index: 0, name: "app" },
        found: 0,
      },
    ]);
    expect(reason).toBe("runAsUser=0");
    expect(detail).toBe('container "app" must not set runAsUser=0');
  });

  it("refuses 0 of the pod even when every container sets another id", () => {
    const pod = {
      spec: { securityContext: { runAsUser: 0 }, containers: [{ name: "app", securityContext: { runAsUser: 1 } }] },
    };
    const { findings, detail } = judge(runAsUser, 23, pod);
    expect(findings).toEqual([{ path: ["spec", "securityContext", "runAsUser"], found: 0 }]);
    expect(detail).toBe("pod must not set runAsUser=0");
  });

  it("names the pod before its containers", () => {
    expect(judge(runAsUser, 23, podAndContainerWith({ runAsUser: 0 })).detail).toBe(
      'pod and container "app" must not set runAsUser=0',
    );
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(runAsUser, 23, eachContainerWith({ runAsUser: 0 })).detail).toBe(
      'containers "init", "app", "debug" must not set runAsUser=0',
    );
  });

  it("is asked of pods in a user namespace up to v1.34 and not from v1.35 on", () => {
    expect(judge(runAsUser, 34, inUserNamespace(false)).findings).toHaveLength(1);
    expect(judge(runAsUser, 35, inUserNamespace(false)).findings).toEqual([]);
  });

  it.each([undefined, null, true])("is asked from v1.35 on of pods whose hostUsers is %j", (hostUsers) => {
    expect(judge(runAsUser, 35, inUserNamespace(hostUsers)).findings).toHaveLength(1);
  });

  it.each([
    ["0", "string"],
    [false, "boolean"],
    [0.5, "fraction"],
    [2 ** 63, "number"],
    [[], "list"],
  ])("takes %j for a wrong type", (value, found) => {
    expect(judge(runAsUser, 23, containerWith({ runAsUser: value }))).toMatchObject({
      findings: [],
      faults: [`spec.containers[0].securityContext.runAsUser: integer of 64 bits, not ${found}`],
    });
  });
});
