import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge, podAndContainerWith } from "../../test/judge.js";
import { windowsHostProcess } from "./windows-host-process.js";

describe("windowsHostProcess", () => {
  it.each([undefined, null, {}, { hostProcess: null }, { hostProcess: false }, { hostprocess: true }])(
    "allows %j of pod and container",
    (windowsOptions) => {
      expect(judge(windowsHostProcess, 0, podAndContainerWith({ windowsOptions }))).toMatchObject({
        findings: [],
        faults: [],
      });
    },
  );

  it("refuses true of a container", () => {
    const { findings, reason, detail } = judge(
      windowsHostProcess,
      37,
      containerWith({ windowsOptions: { hostProcess: true } }),
    );
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "windowsOptions", "hostProcess"],
        container: { list: "containers", index: 0, name: "app" },
        found: true,
        allowed: false,
      },
    ]);
    expect(reason).toBe("hostProcess");
    expect(detail).toBe('container "app" must not set securityContext.windowsOptions.hostProcess=true');
  });

  it("refuses true of the pod, whatever a container says and whatever the operating system", () => {
    const pod = {
      spec: {
        os: { name: "linux" },
        securityContext: { windowsOptions: { hostProcess: true } },
        containers: [{ name: "app", securityContext: { windowsOptions: { hostProcess: false } } }],
      },
    };
    const { findings, detail } = judge(windowsHostProcess, 0, pod);
    expect(findings).toEqual([
      { path: ["spec", "securityContext", "windowsOptions", "hostProcess"], found: true, allowed: false },
    ]);
    expect(detail).toBe("pod must not set securityContext.windowsOptions.hostProcess=true");
  });

  it("names the pod before its containers", () => {
    expect(judge(windowsHostProcess, 0, podAndContainerWith({ windowsOptions: { hostProcess: true } })).detail).toBe(
      'pod and container "app" must not set securityContext.windowsOptions.hostProcess=true',
    );
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(windowsHostProcess, 0, eachContainerWith({ windowsOptions: { hostProcess: true } })).detail).toBe(
      'containers "init", "app", "debug" must not set securityContext.windowsOptions.hostProcess=true',
    );
  });

  it.each([
    [{ windowsOptions: true }, "windowsOptions: object, not boolean"],
    [{ windowsOptions: { hostProcess: "true" } }, "windowsOptions.hostProcess: boolean, not string"],
  ])("takes the security context %j for a wrong type", (securityContext, fault) => {
    expect(judge(windowsHostProcess, 0, containerWith(securityContext))).toMatchObject({
      findings: [],
      faults: [`spec.containers[0].securityContext.${fault}`],
    });
  });
});
