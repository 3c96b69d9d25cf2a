import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { disallowedTolerations, disallowedTolerationsField } from "./disallowed-tolerations.js";

type Toleration = Readonly<Record<string, string>>;

const LATER = RELEASES.filter((release) => release !== "1.66");
const judge = (entries: readonly Toleration[], tolerations: unknown) =>
  judgeConstraint(disallowedTolerations, "1.76", { tolerations: entries }, podWith({ tolerations }));

describe("disallowedTolerations", () => {
  it("is unknown to 1.66", () => {
    expect(fieldIssues(disallowedTolerationsField, "1.66", [])).toEqual(["disallowedTolerations: no such field"]);
    expect(disallowedTolerations.generate("1.66", { disallowedTolerations: [{}] })).toBeUndefined();
    expect(disallowedTolerations.prepare("1.66", { tolerations: [] })).toBeUndefined();
  });

  it.each(LATER)("takes a list of key, operator, value and effect in %s", (release) => {
    const entry = { key: "k", operator: "Equal", value: "v", effect: "PreferNoSchedule" };
    expect(fieldIssues(disallowedTolerationsField, release, [entry, {}])).toEqual([]);
    expect(fieldIssues(disallowedTolerationsField, release, [{ operator: "equal", effect: "" }])).toEqual([
      "disallowedTolerations[0].operator: expected one of Exists, Equal, found `equal`",
      "disallowedTolerations[0].effect: expected one of NoSchedule, PreferNoSchedule, NoExecute, found ``",
    ]);
  });

  it.each(LATER)("makes a constraint of a list with entries in %s", (release) => {
    expect(disallowedTolerations.generate(release, { disallowedTolerations: [{}] })).toEqual({ tolerations: [{}] });
    expect(disallowedTolerations.generate(release, { disallowedTolerations: [] })).toBeUndefined();
    expect(disallowedTolerations.generate(release, {})).toBeUndefined();
  });

  it.each([
    ["another key", { key: "a" }, { key: "b" }],
    ["another case", { key: "a" }, { key: "A" }],
    ["no operator where Equal is disallowed", { key: "a", operator: "Equal" }, { key: "a", value: "v" }],
    ["no effect where one is disallowed", { effect: "NoExecute" }, { operator: "Exists" }],
    ["no value where the empty one is disallowed", { value: "" }, { key: "a" }],
    ["what Kubernetes gives", {}, { key: "node.kubernetes.io/not-ready", effect: "NoExecute", operator: "Exists" }],
    ["what Kubernetes gives", {}, { key: "node.kubernetes.io/unreachable", effect: "NoExecute" }],
  ])("allows %s", (_, entry, toleration) => {
    expect(judge([entry as Toleration], [toleration]).messages).toEqual([]);
  });

  it.each([
    ["a key with anything else", { key: "a" }, { key: "a", operator: "Exists", effect: "NoSchedule" }],
    [
      "every field of the entry",
      { key: "a", operator: "Equal", value: "v" },
      { key: "a", operator: "Equal", value: "v" },
    ],
    ["anything for the entry without fields", {}, { key: "a" }],
    ["a toleration without fields", {}, {}],
    ["null, a toleration without fields", {}, null],
    ["what Kubernetes gives, with another effect", {}, { key: "node.kubernetes.io/not-ready", effect: "NoSchedule" }],
    ["what Kubernetes gives, without an effect", {}, { key: "node.kubernetes.io/unreachable" }],
  ])("refuses %s", (_, entry, toleration) => {
    expect(judge([entry as Toleration], [toleration]).messages).toHaveLength(1);
  });

  it.each(LATER)("words each entry that is met, with all tolerations that meet it, in %s", (release) => {
    const entries = [{ value: "gpu", operator: "Equal", key: "dedicated" }, { key: "x" }, { key: "dedicated" }];
    const tolerations = [{ key: "dedicated", operator: "Equal", value: "gpu" }, { key: "y" }, { key: "dedicated" }];
    const pod = podWith({ tolerations });
    expect(judgeConstraint(disallowedTolerations, release, { tolerations: entries }, pod).results).toEqual([
      {
        message:
          'Pod <p> has a disallowed toleration matching {"key": "dedicated", "operator": "Equal", "value": "gpu"}',
        findings: [{ path: ["spec", "tolerations", 0], found: tolerations[0] }],
      },
      {
        message: 'Pod <p> has a disallowed toleration matching {"key": "dedicated"}',
        findings: [
          { path: ["spec", "tolerations", 0], found: tolerations[0] },
          { path: ["spec", "tolerations", 2], found: { key: "dedicated" } },
        ],
      },
    ]);
  });

  it("judges Pods only", () => {
    const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "d" }, spec: { tolerations: [{}] } };
    expect(judgeConstraint(disallowedTolerations, "1.76", { tolerations: [{}] }, object).messages).toEqual([]);
    expect(disallowedTolerations.objects({})).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
  });

  it.each([
    [{}, ["spec.tolerations: list of objects, not object"]],
    [["a"], ["spec.tolerations[0]: object, not string"]],
    [[{ key: 5 }], ["spec.tolerations[0].key: string, not number"]],
  ])("takes the tolerations %j for a wrong type", (tolerations, faults) => {
    expect(judge([{ key: "a" }], tolerations)).toMatchObject({ messages: [], faults });
  });

  it("disallows nothing without parameters", () => {
    expect(judgeConstraint(disallowedTolerations, "1.76", null, podWith({ tolerations: [{}] })).messages).toEqual([]);
  });

  const value = fc.constantFrom("a", "b");
  const toleration = fc.record({ key: value, operator: value, value, effect: value }, { requiredKeys: [] });

  it("never allows more with more entries, nor less with more fields in an entry", () => {
    const fields = (entry: object) => Object.fromEntries(Object.entries(entry));
    fc.assert(
      fc.property(fc.array(toleration), toleration, toleration, (tolerations, entry, other) => {
        const count = judge([fields(entry)], tolerations).messages.length;
        expect(judge([fields(entry), fields(other)], tolerations).messages.length).toBeGreaterThanOrEqual(count);
        expect(judge([{ ...fields(other), ...fields(entry) }], tolerations).messages.length).toBeLessThanOrEqual(count);
      }),
    );
  });
});
