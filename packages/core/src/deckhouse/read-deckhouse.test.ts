import { describe, expect, it } from "vitest";
import { loadDeckhouse, makeException, makeModuleConfig, makeOperationPolicy } from "../../test/deckhouse.js";

describe("what is read of Deckhouse's documents", () => {
  it("policies, standards with the profile, exceptions, the release", () => {
    const loaded = loadDeckhouse([makeOperationPolicy({ allowedRepos: [] }), makeException({})], { release: "next" });
    expect(loaded).toMatchObject({ release: "next", standards: undefined, asksForNothing: false, problems: [] });
    expect([loaded.policies.all.length, loaded.exceptions.size]).toEqual([1, 1]);
    expect(loadDeckhouse([], { profile: "deckhouse" }).standards).toBeDefined();
  });

  it.each([
    ["no documents", [], {}, true],
    ["an exception alone", [makeException({})], {}, true],
    ["the profile kubernetes", [], { profile: "kubernetes" }, true],
    ["the profile deckhouse", [], { profile: "deckhouse" }, false],
    ["a policy", [makeOperationPolicy({})], {}, false],
  ] as const)("with %s nothing is asked for: %#", (_, documents, options, asksForNothing) => {
    expect(loadDeckhouse(documents, options).asksForNothing).toBe(asksForNothing);
  });
});

describe("the module's configuration", () => {
  const applied = (documents: readonly unknown[], installVersion?: string) =>
    loadDeckhouse(documents, {
      profile: "deckhouse",
      ...(installVersion !== undefined && { installVersion }),
    }).standards?.applied(new Map());
  it("decides the default policy and action", () => {
    const config = makeModuleConfig({
      podSecurityStandards: { defaultPolicy: "Restricted", enforcementAction: "Warn" },
    });
    expect(applied([config])).toMatchObject([{ action: "warn" }, { standard: "restricted", action: "warn" }]);
    expect(applied([])).toMatchObject([{ standard: "baseline", action: "deny" }]);
    expect(applied([], "v1.50.0")).toEqual([]);
  });

  it("is there only once", () => {
    const { problems } = loadDeckhouse([makeModuleConfig({}), makeModuleConfig({})]);
    const message = "policy document 1: there is another ModuleConfig of the module";
    expect(problems).toMatchObject([{ code: "duplicate-configuration", message, effect: "deny" }]);
  });

  it("is refused as a whole when it is wrong", () => {
    const { problems } = loadDeckhouse([makeModuleConfig({ podSecurityStandards: { defaultPolicy: "strict" } })]);
    expect(problems).toMatchObject([{ code: "invalid-policy", effect: "deny" }]);
  });

  it.each([
    [{ enabled: true }, 1],
    [{ enabled: false }, 0],
    [{}, 0],
    [undefined, 0],
  ])("denyVulnerableImages %j is reported, for it takes a scanner", (denyVulnerableImages, count) => {
    const { problems } = loadDeckhouse([makeModuleConfig({ denyVulnerableImages })]);
    const message =
      "policy document 0: `spec.settings.denyVulnerableImages`: not evaluated, it takes a scanner's verdict on each image";
    expect(problems).toEqual(
      count === 0 ? [] : [expect.objectContaining({ code: "needs-facts", message, effect: "report" })],
    );
  });
});
