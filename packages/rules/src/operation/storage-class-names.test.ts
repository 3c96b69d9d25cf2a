import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { storageClassNames, storageClassNamesField } from "./storage-class-names.js";

const object = (storageClassName: unknown) => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "x" },
  spec: { storageClassName },
});

describe("storageClassNames", () => {
  it.each(RELEASES)("takes a list of strings in %s", (release) => {
    expect(fieldIssues(storageClassNamesField, release, ["a", ""])).toEqual([]);
    expect(fieldIssues(storageClassNamesField, release, [{}])).toEqual([
      "storageClassNames[0]: expected string, found object",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(storageClassNames.generate(release, { storageClassNames: ["a"] })).toEqual({ storageClassNames: ["a"] });
    expect(storageClassNames.generate(release, { storageClassNames: [] })).toEqual({ storageClassNames: [] });
    expect(storageClassNames.generate(release, {})).toBeUndefined();
  });

  it("judges objects of the kind PersistentVolumeClaim", () => {
    expect(storageClassNames.objects({})).toEqual([{ apiGroups: [""], kinds: ["PersistentVolumeClaim"] }]);
  });

  it.each(RELEASES)("words a violation in %s as the engine does", (release) => {
    const parameters = { storageClassNames: ["foo", "baz"] };
    expect(judgeConstraint(storageClassNames, release, parameters, object("bar")).results).toEqual([
      {
        message: 'PersistentVolumeClaim <x> has invalid storage class: bar, allowed: ["foo", "baz"]',
        findings: [{ path: ["spec", "storageClassName"], found: "bar", allowed: ["foo", "baz"] }],
      },
    ]);
    expect(judgeConstraint(storageClassNames, release, parameters, object("baz")).messages).toEqual([]);
    expect(judgeConstraint(storageClassNames, release, parameters, object(undefined)).messages).toEqual([]);
  });

  it("allows no class at all without parameters", () => {
    expect(judgeConstraint(storageClassNames, "1.76", null, object("a")).messages).toEqual([
      "PersistentVolumeClaim <x> has invalid storage class: a, allowed: []",
    ]);
  });
});
