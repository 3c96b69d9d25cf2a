import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { allowedUnsafeSysctls } from "./allowed-unsafe-sysctls.js";
import { forbiddenSysctls, forbiddenSysctlsField } from "./forbidden-sysctls.js";

describe("forbiddenSysctls", () => {
  it.each(RELEASES)("takes a list of patterns in %s", (release) => {
    expect(fieldIssues(forbiddenSysctlsField, release, ["kernel.*"])).toEqual([]);
    expect(fieldIssues(forbiddenSysctlsField, release, null)).toHaveLength(1);
  });

  it("forbids just what an equal list would allow", () => {
    const patterns = fc.array(fc.constantFrom("a", "a.*", "*", "a.b"));
    fc.assert(
      fc.property(patterns, fc.constantFrom("a", "a.b", "b"), (list, name) => {
        expect(forbiddenSysctls.isBroken(list, name)).toBe(!allowedUnsafeSysctls.isBroken(list, name));
      }),
    );
  });

  it.each([
    ["1.66", "The sysctl a is not allowed, pod: p. Forbidden sysctls: []"],
    ["1.76", "The sysctl is not allowed, pod: p. | Actual sysctl: a | Forbidden sysctls: []"],
    ["next", "The sysctl is not allowed, pod: p. | Value a is forbidden by []"],
  ] as const)("words a violation as %s does", (release, message) => {
    expect(forbiddenSysctls.word[release]("a", "p", "[]")).toBe(message);
  });
});
