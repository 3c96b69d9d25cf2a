import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "asks-for-nothing";
const inEach = (path: string) => Array(3).fill([`${path} admitted`]);

describe("a policy that could ask for something and does not", () => {
  it("has no fields", () => {
    expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual(inEach("spec.policies"));
  });

  it.each<[string, object]>([
    ["requiredLabels", { watchKinds: ["/Pod"] }],
    ["requiredLabels", { labels: [{ allowedRegex: "a" }], watchKinds: ["/Pod"] }],
    ["requiredAnnotations", { annotations: [{ key: "" }], watchKinds: ["/Pod"] }],
    ["requiredProbes", []],
  ])("%s: %j", (field, value) => {
    expect(lintInEach(CODE, makeOperationPolicy({ [field]: value }))).toEqual(inEach(`spec.policies.${field}`));
  });

  it("1.66 has no tolerations", () => {
    const [, ...later] = inEach("spec.policies.disallowedTolerations");
    expect(lintInEach(CODE, makeOperationPolicy({ disallowedTolerations: [] }))).toEqual([
      ["spec.policies admitted"],
      ...later,
    ]);
  });

  it("resources that are not named", () => {
    const requiredResources = { limits: [], requests: [] };
    expect(lintInEach(CODE, makeOperationPolicy({ requiredResources }))).toEqual(
      inEach("spec.policies.requiredResources"),
    );
  });

  it("is none of these", () => {
    for (const policy of [
      makeOperationPolicy({ requiredLabels: { labels: [{ key: "a" }], watchKinds: ["/Pod"] } }),
      makeOperationPolicy({ requiredProbes: ["livenessProbe"], requiredResources: { limits: ["cpu"] } }),
      makeSecurityPolicy({}),
    ])
      expect(lintInEach(CODE, policy)).toEqual([[], [], []]);
  });
});
