import { describe, expect, it } from "vitest";
import { isBuiltIn, nearestBuiltIn } from "./built-in-kinds.js";

describe("isBuiltIn", () => {
  it.each([
    ["", "v1", "Pod"],
    ["", "v1", "Namespace"],
    ["apps", "v1", "Deployment"],
    ["apps", "v1beta1", "StatefulSet"],
    ["apps", "v1beta2", "DaemonSet"],
    ["batch", "v1", "CronJob"],
    ["batch", "v1beta1", "CronJob"],
    ["extensions", "v1beta1", "Ingress"],
    ["networking.k8s.io", "v1", "Ingress"],
    ["rbac.authorization.k8s.io", "v1", "Role"],
  ])("knows %s/%s %s", (group, version, kind) => {
    expect(isBuiltIn({ group, version, kind })).toBe(true);
  });

  it.each([
    ["", "v1", "pod"],
    ["", "v1", "Deployment"],
    ["", "v2", "Pod"],
    ["", "", ""],
    ["apps", "v1", "Pod"],
    ["apps", "v1beta1", "DaemonSet"],
    ["batch", "v2alpha1", "CronJob"],
    ["extensions", "v1", "Deployment"],
    ["argoproj.io", "v1alpha1", "Rollout"],
    ["constructor", "v1", "Pod"],
    ["", "v1", "toString"],
  ])("does not know %s/%s %s", (group, version, kind) => {
    expect(isBuiltIn({ group, version, kind })).toBe(false);
  });
});

describe("nearestBuiltIn", () => {
  it.each([
    ["", "pod", "/v1 Pod"],
    ["", "Deployment", "apps/v1 Deployment"],
    ["extensions", "deploymnts", "extensions/v1beta1 Deployment"],
    ["apps", "Pod", "/v1 Pod"],
    ["batch", "Jobs", "batch/v1 Job"],
    ["", "Xod", "/v1 Pod"],
  ])("forgives slips: `%s` `%s`", (group, kind, expected) => {
    const nearest = nearestBuiltIn({ group, version: "v1", kind });
    expect(`${nearest?.group}/${nearest?.version} ${nearest?.kind}`).toBe(expected);
  });

  it.each(["", "Xox", "Unheard", "Pod".repeat(1_000_000)])("does not guess", (kind) => {
    expect(nearestBuiltIn({ group: "", version: "v1", kind })).toBeUndefined();
  });
});
