import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "impossible-value";

describe("what cannot be in a cluster", () => {
  it.each(["", ":latest", "a/b", "-1", "a b", "a".repeat(129)])("the tag %j", (tag) => {
    const policy = makeOperationPolicy({ disallowedImageTags: ["latest", tag] });
    expect(lintInEach(CODE, policy)).toEqual(Array(3).fill(["spec.policies.disallowedImageTags.1"]));
  });

  it.each([
    ["requiredLabels", "labels", "my team"],
    ["requiredAnnotations", "annotations", "a/b/c"],
  ])("a key in %s", (field, part, key) => {
    const entries = [{ key: "app" }, { key }, { allowedRegex: "a" }];
    const policy = makeOperationPolicy({ [field]: { [part]: entries, watchKinds: ["/Pod"] } });
    expect(lintInEach(CODE, policy)).toEqual(Array(3).fill([`spec.policies.${field}.${part}.1.key refused`]));
  });

  it("is none of these", () => {
    const policy = makeOperationPolicy({
      disallowedImageTags: ["latest", "v1.0-rc_1", "_a"],
      requiredLabels: { labels: [{ key: "a/b" }], watchKinds: ["/Pod"] },
    });
    expect(lintInEach(CODE, policy)).toEqual([[], [], []]);
    expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual([[], [], []]);
  });
});
