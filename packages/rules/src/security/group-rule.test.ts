import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { subjectUnder } from "../../test/judge-security.js";
import { MISSING_BOUND_CLOSES } from "../language/number-range.js";
import { type GroupField, judgeGroups } from "./group-rule.js";
import type { IdRule } from "./id-rule.js";

const WORDING = {
  missingBounds: MISSING_BOUND_CLOSES,
  word: (...words: readonly (string | undefined)[]) => words.join("|"),
};

const judge = (field: GroupField, parameter: IdRule, own: unknown, ofPod?: unknown) => {
  const containers = [{ name: "app", securityContext: { [field]: own } }];
  const subject = subjectUnder(podWith({ securityContext: { [field]: ofPod }, containers }), {});
  return subject.pod.containers.flatMap(
    (container) => judgeGroups(field, parameter, WORDING)(container, subject) ?? [],
  );
};

const RANGES = [{ min: 10, max: 20 }];

describe("judgeGroups", () => {
  it.each([
    ["MustRunAs", 10, true],
    ["MustRunAs", 21, false],
    ["MustRunAs", undefined, false],
    ["MayRunAs", 20, true],
    ["MayRunAs", 9, false],
    ["MayRunAs", undefined, true],
  ])("takes one group under %s: %s", (rule, group, isAllowed) => {
    for (const field of ["runAsGroup", "fsGroup"] as const) {
      expect(judge(field, { rule, ranges: RANGES }, group)).toHaveLength(isAllowed ? 0 : 1);
    }
  });

  it.each([
    ["MustRunAs", [10, 20], true],
    ["MustRunAs", [], true],
    ["MustRunAs", [10, 21], false],
    ["MustRunAs", undefined, false],
    ["MayRunAs", [9], false],
    ["MayRunAs", undefined, true],
  ])("takes several groups under %s: %j", (rule, groups, isAllowed) => {
    expect(judge("supplementalGroups", { rule, ranges: RANGES }, groups)).toHaveLength(isAllowed ? 0 : 1);
  });

  it("lets any group pass without ranges, but not none where one has to be", () => {
    expect(judge("fsGroup", { rule: "MustRunAs" }, 5)).toEqual([]);
    expect(judge("fsGroup", { rule: "MustRunAs", ranges: [] }, undefined)).toHaveLength(1);
  });

  it("takes the container's group before the pod's, and says where it is", () => {
    const parameter = { rule: "MustRunAs", ranges: RANGES };
    expect(judge("runAsGroup", parameter, 15, 1)).toEqual([]);
    const [own] = judge("runAsGroup", parameter, 1_000_000, 15);
    const [ofPod] = judge("supplementalGroups", parameter, undefined, [15, 1_000_000]);
    expect(own).toEqual({
      rule: "runAsGroup",
      message: 'app|runAsGroup|1e+06|{"ranges": [{"max": 20, "min": 10}], "rule": "MustRunAs"}',
      findings: [
        {
          path: ["spec", "containers", 0, "securityContext", "runAsGroup"],
          container: { list: "containers", index: 0, name: "app" },
          found: 1_000_000,
          allowed: { rule: "MustRunAs", ranges: RANGES },
        },
      ],
    });
    expect(ofPod?.findings).toMatchObject([
      { path: ["spec", "securityContext", "supplementalGroups"], found: [15, 1_000_000] },
    ]);
    expect(ofPod?.message).toContain("|[15, 1e+06]|");
  });

  it("never refuses more for a wider range", () => {
    const number = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(
        fc.constantFrom("MustRunAs", "MayRunAs"),
        number,
        number,
        number,
        fc.array(number),
        (rule, min, max, more, groups) => {
          const count = (ranges: IdRule["ranges"]) => judge("supplementalGroups", { rule, ranges }, groups).length;
          expect(count([{ min: min - more, max: max + more }])).toBeLessThanOrEqual(count([{ min, max }]));
          expect(
            count([
              { min, max },
              { min: more, max: 9 },
            ]),
          ).toBeLessThanOrEqual(count([{ min, max }]));
        },
      ),
    );
  });
});
