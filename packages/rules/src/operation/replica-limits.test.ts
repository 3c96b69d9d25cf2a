import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { replicaLimits, replicaLimitsField } from "./replica-limits.js";

type Limits = Readonly<Record<string, number>>;

const deployment = (replicas: unknown) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "d" },
  spec: { replicas },
});
const judge = (range: Limits, replicas: unknown) =>
  judgeConstraint(replicaLimits, "1.76", { ranges: [range] }, deployment(replicas));
const wording = (ranges: string) =>
  `The provided number of replicas is not allowed for Deployment: d. Allowed ranges: ${ranges}`;

describe("replicaLimits", () => {
  it.each(RELEASES)("takes two integers in %s", (release) => {
    expect(fieldIssues(replicaLimitsField, release, {})).toEqual([]);
    expect(fieldIssues(replicaLimitsField, release, { minReplicas: 5, maxReplicas: -1 })).toEqual([]);
    expect(fieldIssues(replicaLimitsField, release, { minReplicas: 0.5 })).toEqual([
      "replicaLimits.minReplicas: expected integer, found 0.5",
    ]);
    expect(fieldIssues(replicaLimitsField, release, [])).toEqual(["replicaLimits: expected object, found list"]);
  });

  it.each([
    ["1.66", { minReplicas: 1, maxReplicas: 3 }, { ranges: [{ minReplicas: 1, maxReplicas: 3 }] }],
    ["1.66", { minReplicas: 0, maxReplicas: 3 }, { ranges: [{ maxReplicas: 3 }] }],
    ["1.66", { minReplicas: 2, maxReplicas: 0 }, { ranges: [{ minReplicas: 2 }] }],
    ["1.66", { minReplicas: 0 }, undefined],
    ["1.66", {}, undefined],
    ["1.66", undefined, undefined],
    ["1.76", { minReplicas: 0, maxReplicas: 3 }, { ranges: [{ maxReplicas: 3 }] }],
    ["1.76", { minReplicas: 0 }, { ranges: [{}] }],
    ["1.76", { maxReplicas: 0 }, { ranges: [{}] }],
    ["1.76", {}, { ranges: [{}] }],
    ["1.76", undefined, undefined],
    ["next", { minReplicas: -1 }, { ranges: [{ minReplicas: -1 }] }],
    ["next", {}, { ranges: [{}] }],
    ["next", undefined, undefined],
  ] as const)("makes in %s of %j %j", (release, value, parameters) => {
    const made = replicaLimits.generate(release, value === undefined ? {} : { replicaLimits: value });
    expect(made).toEqual(parameters);
  });

  it("judges Deployments", () => {
    expect(replicaLimits.objects({})).toEqual([{ apiGroups: ["apps"], kinds: ["Deployment"] }]);
  });

  it.each([
    [{ minReplicas: 1, maxReplicas: 3 }, 1],
    [{ minReplicas: 1, maxReplicas: 3 }, 3],
    [{ minReplicas: 1, maxReplicas: 3 }, 2n],
    [{ minReplicas: 2 }, 2_147_483_647],
    [{ maxReplicas: 2 }, 0],
    [{ minReplicas: 0 }, 0],
  ])("allows within %j %s", (range, replicas) => {
    expect(judge(range, replicas)).toMatchObject({ messages: [], faults: [] });
  });

  it.each([
    [{ minReplicas: 1, maxReplicas: 3 }, 0],
    [{ minReplicas: 1, maxReplicas: 3 }, 4],
    [{ minReplicas: 5, maxReplicas: 2 }, 3],
    [{ minReplicas: 2 }, 1],
    [{ maxReplicas: 2 }, 3n],
    [{ minReplicas: 1 }, undefined],
    [{}, 1],
    [{}, undefined],
  ])("refuses within %j %s", (range, replicas) => {
    expect(judge(range, replicas).messages).toHaveLength(1);
  });

  it.each(RELEASES)("prints the parameters with sorted keys in %s", (release) => {
    const ranges = [{ minReplicas: 1, maxReplicas: 3_000_000 }];
    expect(judgeConstraint(replicaLimits, release, { ranges }, deployment(0)).results).toEqual([
      {
        message: wording('{"ranges": [{"maxReplicas": 3000000, "minReplicas": 1}]}'),
        findings: [{ path: ["spec", "replicas"], found: 0, allowed: ranges }],
      },
    ]);
  });

  it("prints what else the parameters hold", () => {
    const parameters = { ranges: [{ minReplicas: 2, note: "x" }], more: [true, null] };
    expect(judgeConstraint(replicaLimits, "1.76", parameters, deployment(1)).messages).toEqual([
      wording('{"more": [true, null], "ranges": [{"minReplicas": 2, "note": "x"}]}'),
    ]);
  });

  it("prints null replicas as absent", () => {
    expect(judge({ minReplicas: 1 }, null).places).toEqual(["spec.replicas: absent"]);
  });

  it("admits nothing without ranges", () => {
    expect(judgeConstraint(replicaLimits, "1.76", null, deployment(1)).messages).toEqual([wording("{}")]);
  });

  it("allows any of several ranges", () => {
    const ranges = [{ maxReplicas: 1 }, { minReplicas: 5 }];
    const judgeBoth = (replicas: number) => judgeConstraint(replicaLimits, "1.76", { ranges }, deployment(replicas));
    expect([0, 1, 2, 4, 5].map((replicas) => judgeBoth(replicas).messages.length)).toEqual([0, 0, 1, 1, 0]);
  });

  it("does not judge an object without a spec", () => {
    const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "d" } };
    expect(judgeConstraint(replicaLimits, "1.76", { ranges: [] }, object).messages).toEqual([]);
  });

  it.each([null, 5, false, []])("judges one whose spec is %j", (spec) => {
    const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "d" }, spec };
    expect(judgeConstraint(replicaLimits, "1.76", { ranges: [] }, object).messages).toHaveLength(1);
  });

  it.each(["2", 1.5, 2 ** 31, true])("refuses %j replicas, which is a wrong type besides", (replicas) => {
    const { messages, faults } = judge({ minReplicas: 1 }, replicas);
    expect(messages).toHaveLength(1);
    expect(faults).toHaveLength(1);
  });

  it("never refuses more within wider limits", () => {
    const small = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(small, small, small, small, small, (minReplicas, maxReplicas, down, up, replicas) => {
        const wide = { minReplicas: minReplicas - down, maxReplicas: maxReplicas + up };
        const count = judge({ minReplicas, maxReplicas }, replicas).messages.length;
        expect(judge(wide, replicas).messages.length).toBeLessThanOrEqual(count);
        expect(count).toBe(replicas >= minReplicas && replicas <= maxReplicas ? 0 : 1);
      }),
    );
  });
});
