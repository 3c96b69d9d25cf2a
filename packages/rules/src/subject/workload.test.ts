import { describe, expect, it } from "vitest";
import { findPodCarrier, groupOf, POD_CARRIERS } from "./workload.js";

describe("POD_CARRIERS", () => {
  it("names each kind of a group once", () => {
    const kinds = POD_CARRIERS.map(({ group, kind }) => `${group}/${kind}`);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe("findPodCarrier", () => {
  const TEMPLATE = ["spec", "template"];

  it.each([
    ["", "Pod", []],
    ["", "PodTemplate", ["template"]],
    ["", "ReplicationController", TEMPLATE],
    ["apps", "Deployment", TEMPLATE],
    ["apps", "ReplicaSet", TEMPLATE],
    ["apps", "StatefulSet", TEMPLATE],
    ["apps", "DaemonSet", TEMPLATE],
    ["extensions", "Deployment", TEMPLATE],
    ["extensions", "ReplicaSet", TEMPLATE],
    ["extensions", "DaemonSet", TEMPLATE],
    ["extensions", "Job", TEMPLATE],
    ["batch", "Job", TEMPLATE],
    ["batch", "CronJob", ["spec", "jobTemplate", "spec", "template"]],
  ])("finds the pod of %j %s", (group, kind, podPath) => {
    expect(findPodCarrier({ group, kind })).toEqual({ group, kind, podPath });
  });

  it.each([
    ["apps", "Pod"],
    ["", "Deployment"],
    ["batch", "Deployment"],
    ["", "pod"],
    ["", "Pods"],
    ["", "Service"],
    ["", ""],
    ["", "__proto__"],
    ["argoproj.io", "Rollout"],
  ])("finds none in %j %s", (group, kind) => {
    expect(findPodCarrier({ group, kind })).toBeUndefined();
  });

  it("finds the pods of kinds that the caller knows, before others of the same name", () => {
    const rollout = { group: "argoproj.io", kind: "Rollout", podPath: TEMPLATE };
    const ownPod = { group: "", kind: "Pod", podPath: ["pod"] };
    expect(findPodCarrier({ group: "argoproj.io", kind: "Rollout" }, [ownPod, rollout])).toBe(rollout);
    expect(findPodCarrier({ group: "", kind: "Pod" }, [ownPod, rollout])).toBe(ownPod);
    expect(findPodCarrier({ group: "batch", kind: "Job" }, [rollout])?.podPath).toEqual(TEMPLATE);
  });
});

describe("groupOf", () => {
  it.each([
    ["v1", ""],
    ["", ""],
    ["apps/v1", "apps"],
    ["extensions/v1beta1", "extensions"],
    ["argoproj.io/v1alpha1", "argoproj.io"],
    ["/v1", ""],
    ["a/b/c", "a"],
  ])("of %j is %j", (apiVersion, group) => {
    expect(groupOf(apiVersion)).toBe(group);
  });
});
