import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const FIELDS = [
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
] as const;

describe.each(FIELDS)("%s", (field, part) => {
  const watching = (...watchKinds: readonly string[]) =>
    makeOperationPolicy({ [field]: { [part]: [{ key: "team" }], watchKinds } });

  it("without kinds every kind is watched", () => {
    const policy = makeOperationPolicy({ [field]: { [part]: [{ key: "team" }] } });
    expect(lintInEach("watches-every-kind", policy)).toEqual(Array(3).fill([`spec.policies.${field} refused`]));
    expect(lintInEach("watches-every-kind", watching("/Pod"))).toEqual([[], [], []]);
    expect(lintInEach("watches-every-kind", makeOperationPolicy({}))).toEqual([[], [], []]);
  });

  it.each(["/No", "/True", "/Null", "/On", "/Y", "no/Pod", "/OFF", "y/Pod", "/yes", "/FALSE"])(
    "%s is no text",
    (kind) => {
      const place = `spec.policies.${field}.watchKinds.1`;
      expect(lintInEach("unreadable-kind", watching("/Pod", kind))).toEqual(Array(3).fill([place]));
    },
  );

  it.each(["/Pod", "apps/Deployment", "/Node", "/nO", "/tRUE", "/Yess"])("%s is one", (kind) => {
    expect(lintInEach("unreadable-kind", watching(kind))).toEqual([[], [], []]);
  });
});

it("the word is named", () => {
  const policy = makeOperationPolicy({ requiredLabels: { labels: [{ key: "team" }], watchKinds: ["/No"] } });
  expect(findingsOf("unreadable-kind", [policy], "1.76")[0]?.message).toMatch(/^`No` is no text /);
});
