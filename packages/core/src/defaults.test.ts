import { describe, expect, it } from "vitest";
import { makeDeployment, makePod } from "../test/requests.js";
import { applyDefaults } from "./defaults.js";

const withVolume = { volumes: [{ name: "data" }] };
const filledVolume = { volumes: [{ name: "data", emptyDir: {} }] };
const withPort = { hostNetwork: true, containers: [{ name: "app", ports: [{ containerPort: 80 }] }] };
const filledPort = { hostNetwork: true, containers: [{ name: "app", ports: [{ containerPort: 80, hostPort: 80 }] }] };

describe("applyDefaults", () => {
  it.each([
    ["a volume without a source becomes an emptyDir", makePod(withVolume), makePod(filledVolume)],
    ["the same in a template", makeDeployment(withVolume), makeDeployment(filledVolume)],
    ["with hostNetwork a Pod's ports become host ports", makePod(withPort), makePod(filledPort)],
    [
      "the same in a CronJob's pod, but for the ports",
      {
        apiVersion: "batch/v1",
        kind: "CronJob",
        spec: { jobTemplate: { spec: { template: { spec: { ...withPort, ...withVolume } } } } },
      },
      {
        apiVersion: "batch/v1",
        kind: "CronJob",
        spec: { jobTemplate: { spec: { template: { spec: { ...withPort, ...filledVolume } } } } },
      },
    ],
  ])("%s", (_, object, expected) => {
    const before = structuredClone(object);
    expect(applyDefaults(object)).toEqual(expected);
    expect(object).toEqual(before);
  });

  it.each([
    [27, makeDeployment(filledPort)],
    [28, makeDeployment(withPort)],
    [undefined, makeDeployment(withPort)],
  ])("fills in the host ports of templates up to v1.27 only: server v1.%s", (serverVersion, expected) => {
    expect(applyDefaults(makeDeployment(withPort), serverVersion === undefined ? {} : { serverVersion })).toEqual(
      expected,
    );
  });

  it("knows the caller's own kinds", () => {
    const rollout = { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", spec: { template: { spec: withVolume } } };
    const podCarriers = [{ group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] }];
    expect(applyDefaults(rollout)).toBe(rollout);
    expect(applyDefaults(rollout, { podCarriers })).toEqual({ ...rollout, spec: { template: { spec: filledVolume } } });
  });

  it.each([
    undefined,
    null,
    5,
    "pod",
    [],
    {},
    { apiVersion: "v1", kind: "ConfigMap", spec: withVolume },
    { apiVersion: "v1", kind: "Pod" },
    { apiVersion: "v1", kind: "Pod", spec: 5 },
    { apiVersion: 1, kind: [] },
    { apiVersion: "apps/v1", kind: "Deployment", spec: { template: [] } },
    makePod(filledVolume),
  ])("returns what has nothing to fill in as it is: %j", (object) => {
    expect(applyDefaults(object)).toBe(object);
  });

  it("shares what it does not change", () => {
    const pod = makePod(withVolume);
    const filled = applyDefaults(pod);
    expect(filled).toHaveProperty("metadata", pod.metadata);
    expect(filled).toSatisfy(
      (copy: typeof pod) => copy.metadata === pod.metadata && copy.spec.containers === pod.spec.containers,
    );
  });
});
