import { describe, expect, it } from "vitest";
import { eachContainerWith, judge } from "../../test/judge.js";
import { viewPod } from "../subject/pod-view.js";
import { runAsNonRoot } from "./run-as-non-root.js";

/** A pod and one container with values of the field; `undefined` leaves it out. */
const podOf = (pod: unknown, ...containers: unknown[]) => ({
  spec: {
    securityContext: { runAsNonRoot: pod },
    containers: containers.map((value, index) => ({ name: `c${index}`, securityContext: { runAsNonRoot: value } })),
  },
});

const inUserNamespace = (hostUsers: unknown) => ({ spec: { hostUsers, containers: [{ name: "app" }] } });

describe("runAsNonRoot", () => {
  it.each([
    ["true at the pod, nothing at the container", podOf(true, undefined)],
    ["true at the pod, null at the container", podOf(true, null)],
    ["nothing at the pod, true at every container", podOf(undefined, true, true)],
    ["null at the pod, true at the container", podOf(null, true)],
    ["true at both", podOf(true, true)],
    ["a pod without containers", podOf(undefined)],
    ["an empty pod", {}],
  ])("allows %s", (_, pod) => {
    expect(judge(runAsNonRoot, 0, pod)).toMatchObject({ findings: [], faults: [] });
  });

  describe("set to false", () => {
    it("refuses it at the pod even when every container says true", () => {
      const { findings, reason, detail } = judge(runAsNonRoot, 37, podOf(false, true));
      expect(findings).toEqual([{ path: ["spec", "securityContext", "runAsNonRoot"], found: false, allowed: true }]);
      expect(reason).toBe("runAsNonRoot != true");
      expect(detail).toBe("pod must not set securityContext.runAsNonRoot=false");
    });

    it("refuses it at a container even when the pod says true", () => {
      const { findings, detail } = judge(runAsNonRoot, 0, podOf(true, false));
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "runAsNonRoot"],
          container: { list: "containers", index: 0, name: "c0" },
          found: false,
          allowed: true,
        },
      ]);
      expect(detail).toBe('container "c0" must not set securityContext.runAsNonRoot=false');
    });

    it("names the pod before its containers", () => {
      expect(judge(runAsNonRoot, 0, podOf(false, false, true, false)).detail).toBe(
        'pod and containers "c0", "c2" must not set securityContext.runAsNonRoot=false',
      );
    });

    it("hides the containers that say nothing", () => {
      const { places, detail } = judge(runAsNonRoot, 0, podOf(undefined, undefined, false));
      expect(places).toEqual(["spec.containers[1].securityContext.runAsNonRoot: false"]);
      expect(detail).toBe('container "c1" must not set securityContext.runAsNonRoot=false');
    });

    it("is looked for in init containers, containers and ephemeral containers, in this order", () => {
      expect(judge(runAsNonRoot, 0, eachContainerWith({ runAsNonRoot: false })).detail).toBe(
        'containers "init", "app", "debug" must not set securityContext.runAsNonRoot=false',
      );
    });
  });

  describe("set nowhere", () => {
    it.each([undefined, null])("refuses a container with %j in a pod with %j", (value) => {
      const { findings, reason, detail } = judge(runAsNonRoot, 37, podOf(value, value));
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "runAsNonRoot"],
          container: { list: "containers", index: 0, name: "c0" },
          found: undefined,
          allowed: true,
        },
      ]);
      expect(reason).toBe("runAsNonRoot != true");
      expect(detail).toBe('pod or container "c0" must set securityContext.runAsNonRoot=true');
    });

    it("names only the containers that say nothing", () => {
      expect(judge(runAsNonRoot, 0, podOf(undefined, undefined, true, undefined)).detail).toBe(
        'pod or containers "c0", "c2" must set securityContext.runAsNonRoot=true',
      );
    });

    it("is looked for in init containers, containers and ephemeral containers, in this order", () => {
      expect(judge(runAsNonRoot, 0, eachContainerWith(null)).detail).toBe(
        'pod or containers "init", "app", "debug" must set securityContext.runAsNonRoot=true',
      );
    });
  });

  it("tells whoever records the reads that a container has its value from the pod", () => {
    const view = viewPod(podOf(true, undefined));
    view.reading.reads = [];
    runAsNonRoot.behaviours[0].find(view);
    expect(view.reading.reads.at(-1)).toEqual({
      path: ["spec", "containers", 0, "securityContext", "runAsNonRoot"],
      found: true,
      inheritedFrom: ["spec", "securityContext", "runAsNonRoot"],
    });
  });

  it("is asked of pods in a user namespace up to v1.34 and not from v1.35 on", () => {
    expect(judge(runAsNonRoot, 34, inUserNamespace(false)).findings).toHaveLength(1);
    expect(judge(runAsNonRoot, 35, inUserNamespace(false)).findings).toEqual([]);
  });

  it.each([undefined, null, true])("is asked from v1.35 on of pods whose hostUsers is %j", (hostUsers) => {
    expect(judge(runAsNonRoot, 35, inUserNamespace(hostUsers)).findings).toHaveLength(1);
  });

  it("is asked of Windows pods too", () => {
    const pod = { spec: { os: { name: "windows" }, containers: [{ name: "app" }] } };
    expect(judge(runAsNonRoot, 37, pod).findings).toHaveLength(1);
  });

  it("takes values of a wrong type for faults, and for absent", () => {
    expect(judge(runAsNonRoot, 0, podOf("true", 1))).toMatchObject({
      places: ["spec.containers[0].securityContext.runAsNonRoot: absent"],
      faults: [
        "spec.securityContext.runAsNonRoot: boolean, not string",
        "spec.containers[0].securityContext.runAsNonRoot: boolean, not number",
      ],
    });
  });
});
