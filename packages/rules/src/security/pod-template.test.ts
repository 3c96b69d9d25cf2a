import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { subjectUnder } from "../../test/judge-security.js";
import type { ConstraintCheck } from "../constraint-kind.js";
import { judgeTemplate } from "./pod-template.js";

const SPEC = { containers: [{ name: "app" }] };

/** Names the containers that it sees, and the exception. */
const nameContainers: ConstraintCheck = (subject) =>
  subject.pod.containers.map(({ ref }) => ({
    message: `${ref.name} ${subject.exception(ref).string("a")}`,
    findings: [],
  }));

const judge = (object: unknown) =>
  judgeTemplate(nameContainers)(subjectUnder(object, { exception: { a: "b" } })).map(({ message }) => message);

describe("judgeTemplate", () => {
  it.each([
    [podWith(SPEC)],
    [{ apiVersion: "apps/v1", kind: "Deployment", spec: { template: { spec: SPEC } } }],
    [{ apiVersion: "batch/v1", kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec: SPEC } } } } }],
    [{ apiVersion: "example.com/v1", kind: "Own", spec: SPEC }],
  ])("finds the pod of %j", (object) => {
    expect(judge(object)).toEqual(["app b"]);
  });

  it("does not look for a pod where a workload has none", () => {
    expect(judge({ apiVersion: "apps/v1", kind: "Deployment", spec: SPEC })).toEqual([]);
  });
});
