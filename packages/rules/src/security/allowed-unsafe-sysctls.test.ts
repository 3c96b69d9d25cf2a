import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { allowedUnsafeSysctls, allowedUnsafeSysctlsField } from "./allowed-unsafe-sysctls.js";

describe("allowedUnsafeSysctls", () => {
  it.each(RELEASES)("takes a list of patterns in %s", (release) => {
    expect(fieldIssues(allowedUnsafeSysctlsField, release, ["kernel.*", ""])).toEqual([]);
    expect(fieldIssues(allowedUnsafeSysctlsField, release, [{ name: "a" }])).toHaveLength(1);
  });

  it.each([
    [["kernel.*"], "kernel.msgmax", false],
    [["kernel.msg*"], "kernel.msgmax", false],
    [["net.*", "kernel.msgmax"], "kernel.msgmax", false],
    [["*"], "", false],
    [["kernel.*"], "kernel/msgmax", true],
    [[], "kernel.msgmax", true],
  ])("holds against %j the name %j", (patterns, name, isBroken) => {
    expect(allowedUnsafeSysctls.isBroken(patterns, name)).toBe(isBroken);
  });

  it.each([
    ["1.66", "The sysctl a is not explicitly allowed, pod: p. Allowed sysctls: []"],
    ["1.76", "The sysctl is not allowed, pod: p. | Actual sysctl: a | Allowed sysctls: []"],
    ["next", "The sysctl is not allowed, pod: p. | Value a is not allowed by []"],
  ] as const)("words a violation as %s does", (release, message) => {
    expect(allowedUnsafeSysctls.word[release]("a", "p", "[]")).toBe(message);
  });
});
