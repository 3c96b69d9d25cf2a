import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { requiredAnnotations, requiredAnnotationsField } from "./required-annotations.js";

const ENTRIES = [{ key: "foo" }, { key: "bar", allowedRegex: "^[a-zA-Z]+.example.com$" }];

describe("requiredAnnotations", () => {
  it.each(RELEASES)("takes annotations and watchKinds in %s", (release) => {
    expect(
      fieldIssues(requiredAnnotationsField, release, { annotations: ENTRIES, watchKinds: ["apps/Deployment", "/Pod"] }),
    ).toEqual([]);
    expect(fieldIssues(requiredAnnotationsField, release, {})).toEqual([]);
    expect(
      fieldIssues(requiredAnnotationsField, release, { annotations: [], watchKinds: ["networking.k8s.io/Ingress"] }),
    ).toEqual([
      "requiredAnnotations.annotations: expected at least 1 item, found list",
      "requiredAnnotations.watchKinds[0]: expected a group of small letters, a slash and a kind, as in `apps/Deployment`, " +
        "found `networking.k8s.io/Ingress`; groups with dots are not accepted",
    ]);
  });

  it.each([
    ["1.66", { annotations: ENTRIES }, { annotations: ENTRIES }],
    ["1.66", { watchKinds: ["/Pod"] }, { annotations: [] }],
    ["1.66", {}, undefined],
    ["1.66", undefined, undefined],
    ["1.76", { annotations: [{ key: "a", allowedRegex: "" }] }, { annotations: [{ key: "a" }] }],
    ["1.76", {}, { annotations: [] }],
    ["1.76", undefined, undefined],
    ["next", { annotations: [{ key: "", allowedRegex: "b" }] }, { annotations: [{ allowedRegex: "b" }] }],
    ["next", {}, { annotations: [] }],
    ["next", undefined, undefined],
  ] as const)("makes in %s of %j %j", (release, value, parameters) => {
    expect(requiredAnnotations.generate(release, value === undefined ? {} : { requiredAnnotations: value })).toEqual(
      parameters,
    );
  });

  it("judges objects of the watched kinds", () => {
    expect(requiredAnnotations.objects({ requiredAnnotations: { watchKinds: ["apps/Deployment"] } })).toEqual([
      { apiGroups: ["apps"], kinds: ["Deployment"] },
    ]);
  });

  it.each(RELEASES)("words violations in %s as the engine does", (release) => {
    const object = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { annotations: { bar: "1.example.com" } },
      spec: { template: { metadata: { annotations: { foo: "x" } } } },
    };
    expect(judgeConstraint(requiredAnnotations, release, { annotations: ENTRIES }, object).results).toEqual([
      {
        message: 'you must provide annotations: {"foo"}',
        findings: [{ path: ["metadata", "annotations", "foo"], found: undefined }],
        details: { missing_annotations: ["foo"] },
      },
      {
        message: "Annotation <bar: 1.example.com> does not satisfy allowed regex: ^[a-zA-Z]+.example.com$",
        findings: [
          { path: ["metadata", "annotations", "bar"], found: "1.example.com", allowed: "^[a-zA-Z]+.example.com$" },
        ],
      },
    ]);
  });

  it.each(RELEASES)("allows in %s an object that has everything", (release) => {
    const object = { metadata: { annotations: { foo: "", bar: "a.example.com" } } };
    expect(judgeConstraint(requiredAnnotations, release, { annotations: ENTRIES }, object).messages).toEqual([]);
  });

  it("requires nothing without parameters", () => {
    expect(judgeConstraint(requiredAnnotations, "1.76", null, {}).messages).toEqual([]);
  });

  it("says which pattern it cannot search for", () => {
    expect(requiredAnnotations.prepare("1.76", { annotations: [{ key: "a", allowedRegex: "\\pL" }] })).toEqual({
      faults: [
        {
          path: ["annotations", 0, "allowedRegex"],
          message: "cannot be searched for: no support for the escape `\\p`",
        },
      ],
    });
  });
});
