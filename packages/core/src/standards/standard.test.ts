import { describe, expect, it } from "vitest";
import {
  formatStandard,
  isEquivalent,
  isFullyPrivileged,
  isVersion,
  type PodSecurityPolicy,
  parseStandard,
  type Standard,
  versionNumber,
} from "./standard.js";

describe("isVersion", () => {
  it.each(["latest", "v1.0", "v1.7", "v1.25", "v1.100", "v1.9223372036854775807"])("takes %s", (text) => {
    expect(isVersion(text)).toBe(true);
  });

  it.each([
    "",
    "Latest",
    "latest ",
    "v1",
    "v1.",
    "v1.07",
    "v1.00",
    "v1.25.3",
    "v1.-1",
    "v1.+1",
    "v1.1e3",
    "v1.x",
    "v2.0",
    "v01.1",
    "V1.25",
    "1.25",
    " v1.25",
    "v1.25\n",
    "v1.٣",
    "v1.9223372036854775808",
    "v1.10000000000000000000",
    `v1.1${"0".repeat(1_000_000)}`,
  ])("refuses %.40j", (text) => {
    expect(isVersion(text)).toBe(false);
  });
});

it.each([
  ["v1.0", 0],
  ["v1.25", 25],
  ["latest", Number.POSITIVE_INFINITY],
])("the number of %s is %d", (version, number) => {
  expect(versionNumber(version)).toBe(number);
});

describe("parseStandard", () => {
  it.each([
    ["restricted", { level: "restricted", version: "latest" }],
    ["baseline:v1.25", { level: "baseline", version: "v1.25" }],
    ["privileged:latest", { level: "privileged", version: "latest" }],
  ])("reads %s", (text, standard) => {
    expect(parseStandard(text)).toEqual(standard);
    expect(formatStandard(standard as Standard)).toBe(text.includes(":") ? text : `${text}:latest`);
  });

  it.each(["", ":", "restricted:", ":v1.25", "restricted:v1.25:", "restricted:1.25", "Restricted", "restricted v1.25"])(
    "refuses %j",
    (text) => {
      expect(parseStandard(text)).toBeUndefined();
    },
  );
});

const standard = (text: string): Standard => parseStandard(text) ?? expect.fail(text);

describe("isEquivalent", () => {
  it.each([
    ["baseline", "baseline:latest", true],
    ["baseline:v1.25", "baseline:v1.25", true],
    ["baseline:v1.25", "baseline:v1.26", false],
    ["baseline", "restricted", false],
    ["privileged:v1.1", "privileged:v1.2", true],
    ["privileged", "baseline", false],
  ])("of %s and %s is %j", (one, other, expected) => {
    expect(isEquivalent(standard(one), standard(other))).toBe(expected);
    expect(isEquivalent(standard(other), standard(one))).toBe(expected);
  });
});

describe("isFullyPrivileged", () => {
  const privileged: PodSecurityPolicy = {
    enforce: standard("privileged:v1.1"),
    audit: standard("privileged"),
    warn: standard("privileged:v1.3"),
  };
  it.each([
    [{}, true],
    [{ enforce: standard("baseline") }, false],
    [{ audit: standard("baseline") }, false],
    [{ warn: standard("restricted") }, false],
  ])("looks at all three modes, not at versions: %j", (changed, expected) => {
    expect(isFullyPrivileged({ ...privileged, ...changed })).toBe(expected);
  });
});
