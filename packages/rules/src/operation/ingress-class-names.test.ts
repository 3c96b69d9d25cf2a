import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { ingressClassNames, ingressClassNamesField } from "./ingress-class-names.js";

const object = (ingressClassName: unknown) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "x" },
  spec: { ingressClassName },
});

describe("ingressClassNames", () => {
  it.each(RELEASES)("takes a list of strings in %s", (release) => {
    expect(fieldIssues(ingressClassNamesField, release, ["a", ""])).toEqual([]);
    expect(fieldIssues(ingressClassNamesField, release, [{}])).toEqual([
      "ingressClassNames[0]: expected string, found object",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(ingressClassNames.generate(release, { ingressClassNames: ["a"] })).toEqual({ ingressClassNames: ["a"] });
    expect(ingressClassNames.generate(release, { ingressClassNames: [] })).toEqual({ ingressClassNames: [] });
    expect(ingressClassNames.generate(release, {})).toBeUndefined();
  });

  it("judges objects of the kind Ingress", () => {
    expect(ingressClassNames.objects({})).toEqual([{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }]);
  });

  it.each(RELEASES)("words a violation in %s as the engine does", (release) => {
    const parameters = { ingressClassNames: ["foo", "baz"] };
    expect(judgeConstraint(ingressClassNames, release, parameters, object("bar")).results).toEqual([
      {
        message: 'Ingress <x> has invalid ingress class: bar, allowed: ["foo", "baz"]',
        findings: [{ path: ["spec", "ingressClassName"], found: "bar", allowed: ["foo", "baz"] }],
      },
    ]);
    expect(judgeConstraint(ingressClassNames, release, parameters, object("baz")).messages).toEqual([]);
    expect(judgeConstraint(ingressClassNames, release, parameters, object(undefined)).messages).toEqual([]);
  });

  it("allows no class at all without parameters", () => {
    expect(judgeConstraint(ingressClassNames, "1.76", null, object("a")).messages).toEqual([
      "Ingress <x> has invalid ingress class: a, allowed: []",
    ]);
  });
});
