import { describe, expect, it } from "vitest";
import { policySetting } from "./policy-sets.js";

describe("the policy sets of the collection", () => {
  it.each([
    ["pss-baseline", 0, { "security.deckhouse.io/pod-policy": "baseline" }],
    ["common", 1, { "operation-policy.deckhouse.io/enabled": "true" }],
    ["mypolicy", 1, { enforce: "mypolicy" }],
    ["baseline", 1, { "operation-policy.deckhouse.io/baseline-enabled": "true" }],
    ["restricted", 1, { "operation-policy.deckhouse.io/restricted-enabled": "true" }],
  ])("%s has %d policies and the label they select", (name, count, labels) => {
    expect(policySetting(name)).toMatchObject({ policies: { length: count }, labels });
  });

  it("1.66 is asked only about the restricted sample without ephemeral volumes, which its schema refuses", () => {
    const text = (name: string): string => JSON.stringify(policySetting(name).policies);
    expect(text("restricted")).toContain(',"ephemeral"');
    expect(text("restricted-without-ephemeral")).toBe(text("restricted").replace(',"ephemeral"', ""));
  });

  it("there are no others", () => {
    expect(() => policySetting("strict")).toThrow("unknown policy set strict");
  });
});
