import { expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const CODE = "invalid-pattern";

it.each([
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
])("a pattern in %s that is no regular expression refuses every value", (field, part) => {
  const entries = [{ key: "team", allowedRegex: "^[a-z]+$" }, { key: "id", allowedRegex: "(" }, { key: "app" }];
  const policy = makeOperationPolicy({ [field]: { [part]: entries, watchKinds: ["/Pod"] } });
  expect(lintInEach(CODE, policy)).toEqual(Array(3).fill([`spec.policies.${field}.${part}.1.allowedRegex refused`]));
  expect(findingsOf(CODE, [policy], "1.76")[0]?.message).toMatch(/^`\(` is no regular expression/);
});

it("none without patterns", () => {
  expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual([[], [], []]);
  expect(lintInEach(CODE, makeOperationPolicy({ requiredLabels: { labels: [{}], watchKinds: ["/Pod"] } }))).toEqual([
    [],
    [],
    [],
  ]);
});
