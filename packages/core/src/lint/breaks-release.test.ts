import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const CODE = "breaks-release";

describe.each([
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
])("a kind or group in %s", (field, part) => {
  const watching = (...watchKinds: readonly string[]) =>
    makeOperationPolicy({ [field]: { [part]: [{ key: "team" }], watchKinds } });

  it.each(["/No", "/True", "/Null", "/On", "/Y", "no/Pod", "/OFF", "y/Pod", "/yes", "/FALSE"])(
    "%s is no text",
    (kind) => {
      const place = `spec.policies.${field}.watchKinds.1`;
      expect(lintInEach(CODE, watching("/Pod", kind))).toEqual(Array(3).fill([place]));
    },
  );

  it.each(["/Pod", "apps/Deployment", "/Node", "/nO", "/tRUE", "/Yess"])("%s is one", (kind) => {
    expect(lintInEach(CODE, watching(kind))).toEqual([[], [], []]);
  });

  it("is named", () => {
    expect(findingsOf(CODE, [watching("/No")], "1.76")[0]?.message).toContain("`No` is no text");
  });
});

describe("one list of resources of two", () => {
  it("cannot be rendered by 1.66", () => {
    const policy = makeOperationPolicy({ requiredResources: { limits: [], requests: ["cpu"] } });
    expect(lintInEach(CODE, policy)).toEqual([["spec.policies.requiredResources"], [], []]);
  });

  it.each([[{ limits: ["cpu"], requests: ["cpu"] }], [{ limits: [], requests: [] }], [{ limits: ["cpu"] }]])(
    "can: %j",
    (requiredResources) => {
      expect(lintInEach(CODE, makeOperationPolicy({ requiredResources }))).toEqual([[], [], []]);
    },
  );
});
