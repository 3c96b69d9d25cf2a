import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { requiredLabels, requiredLabelsField } from "./required-labels.js";

const ENTRIES = [{ key: "foo" }, { key: "bar", allowedRegex: "^[a-zA-Z]+.example.com$" }];

describe("requiredLabels", () => {
  it.each(RELEASES)("takes labels and watchKinds in %s", (release) => {
    expect(
      fieldIssues(requiredLabelsField, release, { labels: ENTRIES, watchKinds: ["apps/Deployment", "/Pod"] }),
    ).toEqual([]);
    expect(fieldIssues(requiredLabelsField, release, {})).toEqual([]);
    expect(
      fieldIssues(requiredLabelsField, release, { labels: [], watchKinds: ["networking.k8s.io/Ingress"] }),
    ).toEqual([
      "requiredLabels.labels: expected at least 1 item, found list",
      "requiredLabels.watchKinds[0]: expected a group of small letters, a slash and a kind, as in `apps/Deployment`, " +
        "found `networking.k8s.io/Ingress`; groups with dots are not accepted",
    ]);
  });

  it.each([
    ["1.66", { labels: ENTRIES }, { labels: ENTRIES }],
    ["1.66", { watchKinds: ["/Pod"] }, { labels: [] }],
    ["1.66", {}, undefined],
    ["1.66", undefined, undefined],
    ["1.76", { labels: [{ key: "a", allowedRegex: "" }] }, { labels: [{ key: "a" }] }],
    ["1.76", {}, { labels: [] }],
    ["1.76", undefined, undefined],
    ["next", { labels: [{ key: "", allowedRegex: "b" }] }, { labels: [{ allowedRegex: "b" }] }],
    ["next", {}, { labels: [] }],
    ["next", undefined, undefined],
  ] as const)("makes in %s of %j %j", (release, value, parameters) => {
    expect(requiredLabels.generate(release, value === undefined ? {} : { requiredLabels: value })).toEqual(parameters);
  });

  it("judges objects of the watched kinds", () => {
    expect(requiredLabels.objects({ requiredLabels: { watchKinds: ["apps/Deployment"] } })).toEqual([
      { apiGroups: ["apps"], kinds: ["Deployment"] },
    ]);
  });

  it.each(RELEASES)("words violations in %s as the engine does", (release) => {
    const object = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { labels: { bar: "1.example.com" } },
      spec: { template: { metadata: { labels: { foo: "x" } } } },
    };
    expect(judgeConstraint(requiredLabels, release, { labels: ENTRIES }, object).results).toEqual([
      {
        message: 'you must provide labels: {"foo"}',
        findings: [{ path: ["metadata", "labels", "foo"], found: undefined }],
        details: { missing_labels: ["foo"] },
      },
      {
        message: "Label <bar: 1.example.com> does not satisfy allowed regex: ^[a-zA-Z]+.example.com$",
        findings: [{ path: ["metadata", "labels", "bar"], found: "1.example.com", allowed: "^[a-zA-Z]+.example.com$" }],
      },
    ]);
  });

  it.each(RELEASES)("allows in %s an object that has everything", (release) => {
    const object = { metadata: { labels: { foo: "", bar: "a.example.com" } } };
    expect(judgeConstraint(requiredLabels, release, { labels: ENTRIES }, object).messages).toEqual([]);
  });

  it("requires nothing without parameters", () => {
    expect(judgeConstraint(requiredLabels, "1.76", null, {}).messages).toEqual([]);
  });

  it("says which pattern it cannot search for", () => {
    expect(requiredLabels.prepare("1.76", { labels: [{ key: "a", allowedRegex: "\\pL" }] })).toEqual({
      faults: [
        { path: ["labels", 0, "allowedRegex"], message: "cannot be searched for: no support for the escape `\\p`" },
      ],
    });
  });
});
