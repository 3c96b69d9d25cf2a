import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("semantic versions", () => {
  it.each([
    ['semver("1.2.3").major()', "1"],
    ['semver("1.2.3").minor()', "2"],
    ['semver("1.2.3").patch()', "3"],
    ['semver("v1.2", true).patch()', "0"],
    ['semver("01.2.3", true).major()', "1"],
  ])("versions have parts: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['semver("1.2.3-alpha.1").isLessThan(semver("1.2.3"))', "true"],
    ['semver("1.2.3-alpha.1").compareTo(semver("1.2.3-alpha.beta"))', "-1"],
    ['semver("1.2.3-2").compareTo(semver("1.2.3-10"))', "-1"],
    ['semver("2.0.0").isGreaterThan(semver("1.9.9"))', "true"],
    ['semver("1.0.0+a") == semver("1.0.0+b")', "true"],
    ['semver("1.0.0-a.b").compareTo(semver("1.0.0-a"))', "1"],
  ])("versions have an order: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['semver("1.2")', "error: No Major.Minor.Patch elements found"],
    ['semver("")', "error: Version string empty"],
    ['semver("1.2-a", true)', "error: short version cannot contain PreRelease/Build meta data"],
  ])("what is no version is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['isSemver("1.0.0+b")', "true"],
    ['isSemver("01.0.0")', "false"],
    ['isSemver("1.0.0-01")', "false"],
    ['isSemver("v1", true)', "true"],
  ])("isSemver: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
