import { readManifests } from "@ostiary/manifests";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSample, renderAll } from "../test/check-sample.js";
import { hostileRun, UNSAFE } from "../test/hostile.js";
import { POLICY_REPORT } from "../test/policy-report-schema.js";
import { BROKEN_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { createPolicyReportRenderer } from "./policyreport.js";

const TEXT = [WEB_SHOP, SOUND_POD, WRONG_TYPE].join("---\n");
const validate = new Ajv2020().compile(POLICY_REPORT);

/** The documents of a stream as Kubernetes reads them. */
const readYaml = (text: string): readonly unknown[] =>
  [...readManifests(text)].map((document) => {
    if (document.kind !== "object" || document.problems.length > 0) throw new Error(JSON.stringify(document.problems));
    return document.value;
  });

const expectValid = (reports: readonly unknown[]): void => {
  for (const report of reports) {
    validate(report);
    expect(validate.errors).toBeNull();
  }
};

describe("policy reports", () => {
  it("are one for each object, in its namespace, and one for the problems with files", () => {
    const reports = readYaml(renderAll(createPolicyReportRenderer(), checkSample(TEXT), [BROKEN_FILE]));
    expect(reports).toMatchObject([
      {
        apiVersion: "wgpolicyk8s.io/v1alpha2",
        kind: "PolicyReport",
        metadata: { namespace: "shop" },
        scope: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" },
        summary: { pass: 0, fail: 2, warn: 3, error: 0, skip: 0 },
      },
      { kind: "PolicyReport", summary: { pass: 2 } },
      { kind: "ClusterPolicyReport", scope: { kind: "Pod", name: "wrong" }, summary: { pass: 2, error: 1 } },
      { kind: "ClusterPolicyReport", metadata: { name: "ostiary-files" }, summary: { error: 1 } },
    ]);
    expectValid(reports);
  });

  it("are the same as JSON, in a List", () => {
    const render = (format: "yaml" | "json") =>
      renderAll(createPolicyReportRenderer({ format }), checkSample(TEXT), [BROKEN_FILE]);
    expect(JSON.parse(render("json"))).toEqual({ apiVersion: "v1", kind: "List", items: readYaml(render("yaml")) });
  });

  it("are none for objects to which no policy applies", () => {
    const entries = checkSample(SOUND_POD).map((entry) => ({
      ...entry,
      decision: { allowed: true, violations: [], problems: [], considered: [] },
    }));
    expect(renderAll(createPolicyReportRenderer(), entries)).toBe("");
    expect(JSON.parse(renderAll(createPolicyReportRenderer({ format: "json" }), entries)).items).toEqual([]);
  });

  it("are read by Kubernetes as they were meant, whatever the texts, and say the same each time", () => {
    const property = fc.property(hostileRun, ([entries, problems]) => {
      const render = (format: "yaml" | "json") => renderAll(createPolicyReportRenderer({ format }), entries, problems);
      const yaml = render("yaml");
      const reports = readYaml(yaml);
      expect(yaml).not.toMatch(UNSAFE);
      expectValid(reports);
      expect(JSON.parse(render("json")).items).toEqual(reports);
      expect(render("yaml")).toBe(yaml);
    });
    fc.assert(property);
  });
});
