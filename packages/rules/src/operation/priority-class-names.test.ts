import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { priorityClassNames, priorityClassNamesField } from "./priority-class-names.js";

const object = (priorityClassName: unknown) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "x" },
  spec: { priorityClassName },
});

describe("priorityClassNames", () => {
  it.each(RELEASES)("takes a list of strings in %s", (release) => {
    expect(fieldIssues(priorityClassNamesField, release, ["a", ""])).toEqual([]);
    expect(fieldIssues(priorityClassNamesField, release, [{}])).toEqual([
      "priorityClassNames[0]: expected string, found object",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(priorityClassNames.generate(release, { priorityClassNames: ["a"] })).toEqual({ priorityClassNames: ["a"] });
    expect(priorityClassNames.generate(release, { priorityClassNames: [] })).toEqual({ priorityClassNames: [] });
    expect(priorityClassNames.generate(release, {})).toBeUndefined();
  });

  it("judges objects of the kind Pod", () => {
    expect(priorityClassNames.objects({})).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
  });

  it.each(RELEASES)("words a violation in %s as the engine does", (release) => {
    const parameters = { priorityClassNames: ["foo", "baz"] };
    expect(judgeConstraint(priorityClassNames, release, parameters, object("bar")).results).toEqual([
      {
        message: 'Pod <x> has invalid priority class: bar, allowed: ["foo", "baz"]',
        findings: [{ path: ["spec", "priorityClassName"], found: "bar", allowed: ["foo", "baz"] }],
      },
    ]);
    expect(judgeConstraint(priorityClassNames, release, parameters, object("baz")).messages).toEqual([]);
    expect(judgeConstraint(priorityClassNames, release, parameters, object(undefined)).messages).toEqual([]);
  });

  it("allows no class at all without parameters", () => {
    expect(judgeConstraint(priorityClassNames, "1.76", null, object("a")).messages).toEqual([
      "Pod <x> has invalid priority class: a, allowed: []",
    ]);
  });
});
