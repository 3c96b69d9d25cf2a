import { describe, expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { BROKEN_FILE, LARGE_FILE, SOUND_POD, WEB_SHOP, WRONG_TYPE } from "../test/samples.js";
import { withConstraint } from "../test/with-constraint.js";
import { describeFileProblem, listResults } from "./policyreport-results.js";

const resultsOf = (...given: Parameters<typeof checkSample>) =>
  checkSample(...given)
    .flatMap(listResults)
    .map(({ policy, rule, result, scored }) => [policy, rule, result, scored]);

describe("the results of a policy report", () => {
  it("are failures where a violation denies, and warnings that do not count where it only warns", () => {
    expect(resultsOf(WEB_SHOP)).toEqual([
      ["baseline:latest", "capabilities_baseline", "fail", true],
      ["baseline:latest", "hostPorts", "fail", true],
      ["restricted:latest", "hostPorts", "warn", false],
      ["restricted:latest", "capabilities_restricted", "warn", false],
      ["restricted:latest", "seccompProfile_restricted", "warn", false],
    ]);
  });

  it("are passes for policies that were not broken", () => {
    expect(resultsOf(SOUND_POD)).toEqual([
      ["baseline:latest", undefined, "pass", true],
      ["restricted:latest", undefined, "pass", true],
    ]);
  });

  it("are skipped for policies from which the object is exempt", () => {
    const settings = {
      apiVersion: "pod-security.admission.config.k8s.io/v1",
      kind: "PodSecurityConfiguration",
      exemptions: { namespaces: ["shop"] },
    };
    expect(
      resultsOf(SOUND_POD, { settings, standards: { enforce: "baseline", warn: "baseline", audit: "baseline" } }),
    ).toEqual([["baseline:latest", undefined, "skip", false]]);
  });

  it("are errors where something could not be read", () => {
    expect(resultsOf(WRONG_TYPE)[0]).toEqual(["readable", "invalid-type", "error", false]);
    expect([BROKEN_FILE, LARGE_FILE].map(describeFileProblem)).toEqual([
      {
        source: "ostiary",
        policy: "readable",
        rule: "template-placeholder",
        result: "error",
        scored: false,
        message: "a template placeholder is no YAML: render the template first",
        properties: { file: "shop/broken.yaml", line: "3", column: "11" },
      },
      {
        source: "ostiary",
        policy: "readable",
        rule: "unreadable",
        result: "warn",
        scored: false,
        message: "this takes long",
        properties: { file: "shop/large.yaml" },
      },
    ]);
  });

  it("tell the places of a violation", () => {
    const [first] = checkSample(WEB_SHOP).flatMap(listResults);
    expect(first?.properties).toEqual({
      file: "shop/web.yaml",
      lines: "18",
      paths: "spec.template.spec.containers[0].securityContext.capabilities.add[0]",
    });
  });

  it("name the constraint as the cluster calls it", () => {
    const [first] = withConstraint(checkSample(WEB_SHOP)).flatMap(listResults);
    expect(first).toMatchObject({
      policy: "SecurityPolicy strict",
      properties: { constraint: "D8HostNetwork strict" },
    });
  });
});
