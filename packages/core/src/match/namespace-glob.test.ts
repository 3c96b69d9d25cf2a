import { describe, expect, it } from "vitest";
import { matchesGeneratedName, matchesGlob } from "./namespace-glob.js";

describe("a pattern is a literal, with a `*` at its beginning, its end, or both", () => {
  it.each([
    ["prod", "prod", true],
    ["prod", "prod-eu", false],
    ["prod-*", "prod-eu", true],
    ["prod-*", "prod-", true],
    ["prod-*", "production", false],
    ["*-system", "istio-system", true],
    ["*-system", "-system", true],
    ["*-system", "system", false],
    ["*x*", "axb", true],
    ["*x*", "ab", false],
    ["*", "anything", true],
    ["*", "", true],
    ["**", "anything", true],
    ["", "", true],
    ["", "a", false],
    ["PROD*", "prod-eu", false],
  ])("%j and %j: %s", (pattern, name, fits) => {
    expect(matchesGlob(pattern, name)).toBe(fits);
  });

  it("a `*` inside is a character like any other", () => {
    expect(matchesGlob("pr*d", "prod")).toBe(false);
    expect(matchesGlob("pr*d", "pr*d")).toBe(true);
    expect(matchesGlob("*r*d", "pr*d")).toBe(true);
    expect(matchesGlob("***", "a*b")).toBe(true);
  });
});

describe("of a generated name only the beginning is known, so only open patterns fit", () => {
  it.each([
    ["web-*", "web-", true],
    ["web-*", "we", false],
    ["*", "", true],
    ["*web*", "my-web-", true],
    ["*web", "web", false],
    ["web", "web", false],
  ])("%j and %j: %s", (pattern, prefix, fits) => {
    expect(matchesGeneratedName(pattern, prefix)).toBe(fits);
  });
});
