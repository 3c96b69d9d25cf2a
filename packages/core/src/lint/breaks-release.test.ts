import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "breaks-release";

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
