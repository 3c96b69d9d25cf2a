import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { maxRevisionHistoryLimit, maxRevisionHistoryLimitField } from "./max-revision-history-limit.js";

const workload = (revisionHistoryLimit: unknown, kind = "Deployment") => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name: "d" },
  spec: { revisionHistoryLimit },
});
const judge = (limit: number, found: unknown) =>
  judgeConstraint(maxRevisionHistoryLimit, "1.76", { limit }, workload(found));

describe("maxRevisionHistoryLimit", () => {
  it.each(RELEASES)("takes an integer in %s", (release) => {
    for (const value of [0, 3, -1]) expect(fieldIssues(maxRevisionHistoryLimitField, release, value)).toEqual([]);
    expect(fieldIssues(maxRevisionHistoryLimitField, release, 1.5)).toEqual([
      "maxRevisionHistoryLimit: expected integer, found 1.5",
    ]);
    expect(fieldIssues(maxRevisionHistoryLimitField, release, "3")).toEqual([
      "maxRevisionHistoryLimit: expected number, found `3`",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, 0 included, in %s", (release) => {
    expect(maxRevisionHistoryLimit.generate(release, { maxRevisionHistoryLimit: 0 })).toEqual({ limit: 0 });
    expect(maxRevisionHistoryLimit.generate(release, {})).toBeUndefined();
  });

  it("judges DaemonSets and Deployments", () => {
    expect(maxRevisionHistoryLimit.objects({})).toEqual([{ apiGroups: ["apps"], kinds: ["DaemonSet", "Deployment"] }]);
  });

  it.each([
    [3, undefined],
    [3, null],
    [3, 0],
    [3, 3],
    [0, 0],
    [-2, -2],
    [3, 2n],
  ])("allows with the limit %s %s", (limit, found) => {
    expect(judge(limit, found)).toMatchObject({ messages: [], faults: [] });
  });

  it.each([
    [3, 10, "10"],
    [0, 1, "1"],
    [-2, -1, "-1"],
    [999_999, 1_000_000, "1e+06"],
    [3, 2_500_000n, "2.5e+06"],
  ])("refuses with the limit %s %s", (limit, found, printed) => {
    expect(judge(limit, found).results).toEqual([
      {
        message: `Deployment <d> has .spec.revisionHistoryLimit: ${printed}, required: ${limit}`,
        findings: [{ path: ["spec", "revisionHistoryLimit"], found, allowed: limit }],
      },
    ]);
  });

  it("prints the limit in full", () => {
    expect(judge(1_000_000, 2_000_000).messages).toEqual([
      "Deployment <d> has .spec.revisionHistoryLimit: 2e+06, required: 1000000",
    ]);
  });

  it.each([
    ["1", "1"],
    [[], "[]"],
    [{}, "{}"],
    [3.5, "3.5"],
    [2 ** 31, "2.147483648e+09"],
  ])(
    "takes %j, which the rule language orders after the limit, for too much and for a wrong type",
    (found, printed) => {
      const { messages, faults } = judge(3, found);
      expect(messages).toEqual([`Deployment <d> has .spec.revisionHistoryLimit: ${printed}, required: 3`]);
      expect(faults).toHaveLength(1);
    },
  );

  it("takes true, which the rule language orders before all numbers, for a wrong type only", () => {
    expect(judge(3, true)).toMatchObject({
      messages: [],
      faults: ["spec.revisionHistoryLimit: integer of 32 bits, not boolean"],
    });
  });

  it.each(RELEASES)("names the kind of the object in %s", (release) => {
    const { messages } = judgeConstraint(maxRevisionHistoryLimit, release, { limit: 1 }, workload(2, "DaemonSet"));
    expect(messages).toEqual(["DaemonSet <d> has .spec.revisionHistoryLimit: 2, required: 1"]);
  });

  it("requires nothing without parameters", () => {
    expect(judgeConstraint(maxRevisionHistoryLimit, "1.76", null, workload(5)).messages).toEqual([]);
  });

  it("refuses exactly what is greater than the limit", () => {
    const integer = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(integer, integer, (limit, found) => {
        expect(judge(limit, found).messages).toHaveLength(found > limit ? 1 : 0);
      }),
    );
  });
});
