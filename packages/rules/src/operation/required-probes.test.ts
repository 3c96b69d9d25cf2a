import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith, podWithEach } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { requiredProbes, requiredProbesField } from "./required-probes.js";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
const judge = (probes: readonly string[], container: object) =>
  judgeConstraint(requiredProbes, "1.76", { probes }, podWith({ containers: [{ name: "app", ...container }] }));

describe("requiredProbes", () => {
  it.each(RELEASES)("takes a list of the three probes in %s", (release) => {
    expect(fieldIssues(requiredProbesField, release, PROBES)).toEqual([]);
    expect(fieldIssues(requiredProbesField, release, ["liveness"])).toEqual([
      "requiredProbes[0]: expected one of livenessProbe, readinessProbe, startupProbe, found `liveness`",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(requiredProbes.generate(release, { requiredProbes: PROBES })).toEqual({ probes: PROBES });
    expect(requiredProbes.generate(release, { requiredProbes: [] })).toEqual({ probes: [] });
    expect(requiredProbes.generate(release, {})).toBeUndefined();
  });

  it.each([{}, null, { httpGet: {} }])("takes %j for a probe", (probe) => {
    expect(judge(["livenessProbe"], { livenessProbe: probe })).toMatchObject({ messages: [], faults: [] });
  });

  it.each(["", 0, true, []])("takes %j for a probe, and for a wrong type", (probe) => {
    const { messages, faults } = judge(["livenessProbe"], { livenessProbe: probe });
    expect(messages).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it("takes false for no probe, and for a wrong type", () => {
    expect(judge(["startupProbe"], { startupProbe: false })).toMatchObject({
      messages: ["Container <app> in your <Pod> <p> has no <startupProbe>"],
      places: ["spec.containers[0].startupProbe: false"],
      faults: ["spec.containers[0].startupProbe: object, not boolean"],
    });
  });

  it.each(RELEASES)("looks in %s at containers only, and names each missing probe in the policy's order", (release) => {
    const probes = ["startupProbe", "livenessProbe"];
    const { messages, places } = judgeConstraint(requiredProbes, release, { probes }, podWithEach({}));
    expect(messages).toEqual([
      "Container <app> in your <Pod> <p> has no <startupProbe>",
      "Container <app> in your <Pod> <p> has no <livenessProbe>",
    ]);
    expect(places).toEqual(["spec.containers[0].startupProbe: absent", "spec.containers[0].livenessProbe: absent"]);
  });

  it("says which container is meant", () => {
    expect(judge(["livenessProbe"], {}).results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "livenessProbe"],
        container: { list: "containers", index: 0, name: "app" },
        found: undefined,
      },
    ]);
  });

  it.each([
    ["1.66", ["Container <a> in your <Pod> <> has no <livenessProbe>"]],
    ["1.76", ["Container <a> in your <Pod> <> has no <livenessProbe>"]],
    ["next", ["Container <a> in your <Pod> <> has no <livenessProbe>"]],
  ] as const)("finds in %s in a pod without a name %j", (release, messages) => {
    const pod = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { generateName: "p-" },
      spec: { containers: [{ name: "a" }] },
    };
    expect(judgeConstraint(requiredProbes, release, { probes: ["livenessProbe"] }, pod).messages).toEqual(messages);
  });

  it("requires nothing without parameters", () => {
    expect(judgeConstraint(requiredProbes, "1.76", null, podWithEach({})).messages).toEqual([]);
  });

  it("finds exactly the required probes that are not there", () => {
    fc.assert(
      fc.property(fc.subarray(PROBES), fc.subarray(PROBES), (required, present) => {
        const container = Object.fromEntries(present.map((probe) => [probe, {}]));
        const missing = required.filter((probe) => !present.includes(probe));
        expect(judge(required, container).messages).toEqual(
          missing.map((probe) => `Container <app> in your <Pod> <p> has no <${probe}>`),
        );
      }),
    );
  });
});
