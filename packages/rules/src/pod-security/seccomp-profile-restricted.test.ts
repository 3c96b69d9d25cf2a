import { describe, expect, it } from "vitest";
import { eachContainerWith, existsAt, judge } from "../../test/judge.js";
import { viewPod } from "../subject/pod-view.js";
import { seccompProfileRestricted } from "./seccomp-profile-restricted.js";

const GOOD = { type: "RuntimeDefault" };
const BAD = { type: "Unconfined" };

/** A pod and containers with profiles; `undefined` leaves one out. */
const podOf = (pod: unknown, ...containers: unknown[]) => ({
  spec: {
    securityContext: { seccompProfile: pod },
    containers: containers.map((profile, index) => ({
      name: `c${index}`,
      securityContext: { seccompProfile: profile },
    })),
  },
});

const onSystem = (os: unknown, seccompProfile?: unknown) => ({
  spec: { os, securityContext: { seccompProfile }, containers: [{ name: "app" }] },
});

describe("seccompProfile_restricted", () => {
  it("exists from v1.19 on", () => {
    expect(existsAt(seccompProfileRestricted, 18)).toBe(false);
    expect(existsAt(seccompProfileRestricted, 19)).toBe(true);
  });

  it("takes the place of seccompProfile_baseline", () => {
    expect(seccompProfileRestricted.overrides).toBe("seccompProfile_baseline");
  });

  it.each([
    ["a profile of the pod, none of the container", podOf(GOOD, undefined)],
    ["a profile of the pod, null of the container", podOf({ type: "Localhost" }, null)],
    ["none of the pod, one of every container", podOf(undefined, GOOD, { type: "Localhost" })],
    ["profiles of both", podOf(GOOD, GOOD)],
    ["a pod without containers", podOf(undefined)],
    ["an empty pod", {}],
  ])("allows %s", (_, pod) => {
    expect(judge(seccompProfileRestricted, 19, pod)).toMatchObject({ findings: [], faults: [] });
  });

  describe("with a bad profile", () => {
    it("refuses that of the pod even when every container has a good one", () => {
      expect(judge(seccompProfileRestricted, 19, podOf(BAD, GOOD))).toMatchObject({
        places: ['spec.securityContext.seccompProfile.type: "Unconfined"'],
        reason: "seccompProfile",
        detail: 'pod must not set securityContext.seccompProfile.type to "Unconfined"',
      });
    });

    it("refuses that of a container even when the pod has a good one", () => {
      const { findings } = judge(seccompProfileRestricted, 37, podOf(GOOD, BAD));
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "seccompProfile", "type"],
          container: { list: "containers", index: 0, name: "c0" },
          found: "Unconfined",
          allowed: ["RuntimeDefault", "Localhost"],
        },
      ]);
    });

    it.each([{}, { type: null }, { type: "" }, { type: "runtimedefault" }])("takes %j for one", (profile) => {
      expect(judge(seccompProfileRestricted, 19, podOf(GOOD, profile)).findings).toHaveLength(1);
    });

    it("hides the containers that have none", () => {
      expect(judge(seccompProfileRestricted, 19, podOf(undefined, undefined, BAD)).detail).toBe(
        'container "c1" must not set securityContext.seccompProfile.type to "Unconfined"',
      );
      expect(judge(seccompProfileRestricted, 19, podOf({}, undefined)).detail).toBe(
        'pod must not set securityContext.seccompProfile.type to ""',
      );
    });
  });

  describe("with no profile", () => {
    it.each([undefined, null])("refuses a container with %j in a pod that has none", (profile) => {
      const { findings, reason, detail } = judge(seccompProfileRestricted, 37, podOf(undefined, profile));
      expect(findings).toEqual([
        {
          path: ["spec", "containers", 0, "securityContext", "seccompProfile", "type"],
          container: { list: "containers", index: 0, name: "c0" },
          found: undefined,
          allowed: ["RuntimeDefault", "Localhost"],
        },
      ]);
      expect(reason).toBe("seccompProfile");
      expect(detail).toBe(
        'pod or container "c0" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
      );
    });

    it("names only the containers that have none", () => {
      expect(judge(seccompProfileRestricted, 19, podOf(undefined, undefined, GOOD, undefined)).detail).toBe(
        'pod or containers "c0", "c2" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
      );
    });

    it("visits init containers, containers and ephemeral containers, in this order", () => {
      expect(judge(seccompProfileRestricted, 19, eachContainerWith({})).detail).toBe(
        'pod or containers "init", "app", "debug" must set securityContext.seccompProfile.type ' +
          'to "RuntimeDefault" or "Localhost"',
      );
    });
  });

  it("tells whoever records the reads that a container has its profile from the pod", () => {
    const view = viewPod(podOf(GOOD, undefined));
    view.reading.reads = [];
    seccompProfileRestricted.behaviours[0].find(view);
    expect(view.reading.reads.at(-1)).toEqual({
      path: ["spec", "containers", 0, "securityContext", "seccompProfile", "type"],
      found: "RuntimeDefault",
      inheritedFrom: ["spec", "securityContext", "seccompProfile", "type"],
    });
  });

  it.each([undefined, BAD])("is asked of Windows pods with %j up to v1.24 and not from v1.25 on", (profile) => {
    expect(judge(seccompProfileRestricted, 24, onSystem({ name: "windows" }, profile)).findings).toHaveLength(1);
    expect(judge(seccompProfileRestricted, 25, onSystem({ name: "windows" }, profile)).findings).toEqual([]);
  });

  it.each([undefined, null, {}, { name: "linux" }, { name: "Windows" }])(
    "is asked of pods whose operating system is %j",
    (os) => {
      expect(judge(seccompProfileRestricted, 25, onSystem(os)).findings).toHaveLength(1);
    },
  );

  it.each([
    [onSystem("windows"), "spec.os: object, not string"],
    [onSystem({ name: true }), "spec.os.name: string, not boolean"],
  ])("takes %j for a wrong type, which is no excuse", (pod, fault) => {
    expect(judge(seccompProfileRestricted, 25, pod)).toMatchObject({ reason: "seccompProfile", faults: [fault] });
  });

  it("takes a profile of a wrong type for a fault, and for absent", () => {
    expect(judge(seccompProfileRestricted, 19, podOf("RuntimeDefault", ["RuntimeDefault"]))).toMatchObject({
      places: ["spec.containers[0].securityContext.seccompProfile.type: absent"],
      faults: [
        "spec.securityContext.seccompProfile: object, not string",
        "spec.containers[0].securityContext.seccompProfile: object, not list",
      ],
    });
  });
});
