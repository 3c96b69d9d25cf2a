import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith, podWithEach } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { imagePullPolicy, imagePullPolicyField } from "./image-pull-policy.js";

const POLICIES = ["Always", "IfNotPresent", "Never"];
const judge = (policy: string, found: unknown) =>
  judgeConstraint(
    imagePullPolicy,
    "1.76",
    { policy },
    podWith({ containers: [{ name: "app", imagePullPolicy: found }] }),
  );

describe("imagePullPolicy", () => {
  it.each(RELEASES)("takes Always and IfNotPresent in %s", (release) => {
    expect(fieldIssues(imagePullPolicyField, release, "Always")).toEqual([]);
    expect(fieldIssues(imagePullPolicyField, release, "IfNotPresent")).toEqual([]);
    for (const value of ["Never", "always", ""]) {
      expect(fieldIssues(imagePullPolicyField, release, value)).toEqual([
        `imagePullPolicy: expected one of Always, IfNotPresent, found \`${value}\``,
      ]);
    }
  });

  it.each(RELEASES)("makes a constraint of what a policy gives in %s", (release) => {
    expect(imagePullPolicy.generate(release, { imagePullPolicy: "Always" })).toEqual({ policy: "Always" });
    expect(imagePullPolicy.generate(release, {})).toBeUndefined();
  });

  it.each(POLICIES.flatMap((policy) => POLICIES.map((found) => [policy, found] as const)))(
    "where %s is required allows %s only if they are equal",
    (policy, found) => {
      const expected = `Container <app> in your Pod <p> has invalid pull policy: <${found}>`;
      expect(judge(policy, found).messages).toEqual(policy === found ? [] : [expected]);
    },
  );

  it("allows none", () => expect(judge("Always", undefined).messages).toEqual([]));

  it("says where, what was found, and what would be allowed", () => {
    expect(judge("Always", "Never").results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "imagePullPolicy"],
        container: { list: "containers", index: 0, name: "app" },
        found: "Never",
        allowed: "Always",
      },
    ]);
  });

  it.each([
    [null, "null", []],
    [2_000_000, "2e+06", ["spec.containers[0].imagePullPolicy: string, not number"]],
    [["Always"], '["Always"]', ["spec.containers[0].imagePullPolicy: string, not list"]],
  ])("takes %j for a value that differs", (found, printed, faults) => {
    expect(judge("Always", found)).toMatchObject({
      messages: [`Container <app> in your Pod <p> has invalid pull policy: <${printed}>`],
      faults,
    });
  });

  it.each(RELEASES)("looks in %s at containers only", (release) => {
    const pod = podWithEach({ imagePullPolicy: "Never" });
    expect(judgeConstraint(imagePullPolicy, release, { policy: "Always" }, pod).messages).toEqual([
      "Container <app> in your Pod <p> has invalid pull policy: <Never>",
    ]);
  });

  it("requires nothing without parameters", () => {
    expect(judgeConstraint(imagePullPolicy, "1.76", null, podWithEach({ imagePullPolicy: "Never" })).messages).toEqual(
      [],
    );
  });
});
