import { readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { expect, it } from "vitest";
import { moduleConfig } from "./module-config.js";

it("settings become a resource that core reads", () => {
  const kinds = [deckhouse()];
  expect(readPolicies([], { kinds, settings: moduleConfig({ defaultPolicy: "Restricted" }) }).problems).toEqual([]);
  expect(readPolicies([], { kinds, settings: moduleConfig({ defaultPolicy: "strict" }) }).problems).toHaveLength(1);
});
