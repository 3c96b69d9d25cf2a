import { RELEASES } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { readPolicies } from "../read-policies.js";
import { deckhouse } from "./deckhouse.js";
import { watchKindFaults } from "./watch-kind-faults.js";

describe.each(["requiredLabels", "requiredAnnotations"])("a kind or group in %s", (field) => {
  const faultsOf = (...watchKinds: readonly string[]) => watchKindFaults({ [field]: { watchKinds } });

  it.each(["/No", "/True", "/Null", "/On", "/Y", "no/Pod", "/OFF", "y/Pod", "/yes", "/FALSE"])(
    "%s is no text",
    (kind) => {
      expect(faultsOf("/Pod", kind).map(({ path }) => path)).toEqual([["spec", "policies", field, "watchKinds", 1]]);
    },
  );

  it.each(["/Pod", "apps/Deployment", "/Node", "/nO", "/tRUE", "/Yess"])("%s is one", (kind) => {
    expect(faultsOf(kind)).toEqual([]);
  });

  it("is named", () => {
    expect(faultsOf("/No")[0]?.message).toContain("`No` is no text");
  });
});

it("without kinds, and without the fields, there is nothing to refuse", () => {
  expect(watchKindFaults({ requiredLabels: { labels: [] }, allowedRepos: [] })).toEqual([]);
});

it.each(RELEASES)("a policy with such a kind refuses until it is mended, in %s", (release) => {
  const policy = makeOperationPolicy({ requiredLabels: { labels: [{ key: "team" }], watchKinds: ["/No"] } });
  const { problems } = readPolicies([policy], { kinds: [deckhouse({ release })] });
  expect(problems).toMatchObject([
    {
      code: "invalid-policy",
      effect: "deny",
      document: 0,
      path: ["spec", "policies", "requiredLabels", "watchKinds", 0],
    },
  ]);
});
