import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import type { Json } from "../rule.js";
import { allowedSysctls } from "./allowed-sysctls.js";

const setting = (...names: readonly unknown[]) =>
  podWith({ securityContext: { sysctls: names.map((name) => ({ name, value: "1" })) } });
const excepted = (...allowedValues: readonly unknown[]) => ({
  exception: { securityContext: { sysctls: { allowedValues } } },
});
const RULES: Json = { allowedSysctls: ["net.*"], forbiddenSysctls: ["kernel.*"] };

describe("allowedSysctls", () => {
  it.each([
    [{}, undefined],
    [{ allowedUnsafeSysctls: ["*"] }, undefined],
    [{ allowedUnsafeSysctls: ["a", "*"], forbiddenSysctls: [] }, { forbiddenSysctls: [] }],
    [
      { allowedUnsafeSysctls: ["*"], forbiddenSysctls: ["a"] },
      { allowedSysctls: ["*"], forbiddenSysctls: ["a"] },
    ],
    [{ allowedUnsafeSysctls: [] }, { allowedSysctls: [] }],
  ])("is made of %j with the parameters %j", (values, parameters) => {
    for (const release of RELEASES) expect(allowedSysctls.generate(release, values)).toEqual(parameters);
  });

  it.each([
    [{ allowedSysctls: ["net.*"] }, "kernel.sem", [1, 1, 0]],
    [{ allowedSysctls: [] }, "kernel.sem", [1, 1, 0]],
    [{ forbiddenSysctls: ["kernel.*"] }, "kernel.sem", [1, 1, 0]],
    [{ forbiddenSysctls: ["kernel.*"] }, "net.core", [0, 0, 0]],
    [{}, "kernel.sem", [0, 0, 0]],
    [RULES, "kernel.sem", [2, 2, 1]],
    [RULES, "fs.file-max", [1, 1, 1]],
    [RULES, "net.core", [0, 0, 0]],
    [RULES, undefined, [1, 1, 1]],
    [{ allowedSysctls: ["*"], forbiddenSysctls: ["kernel.sem"] }, "kernel.sem", [1, 1, 1]],
  ])("holds against %j the name %j in all releases", (parameters, name, violations) => {
    const counts = RELEASES.map(
      (release) => judgeSecurity(allowedSysctls, release, parameters, setting(name)).messages.length,
    );
    expect(counts).toEqual(violations);
  });

  it.each(RELEASES)("asks nothing of a pod that sets none in %s", (release) => {
    expect(judgeSecurity(allowedSysctls, release, RULES, podWith({})).messages).toEqual([]);
  });

  it("reports what is forbidden before what is not allowed, each under its field", () => {
    const { results } = judgeSecurity(allowedSysctls, "1.66", RULES, setting("net.core", "kernel.sem"));
    const path = ["spec", "securityContext", "sysctls", 1, "name"];
    expect(results).toEqual([
      {
        rule: "forbiddenSysctls",
        message: 'The sysctl kernel.sem is not allowed, pod: p. Forbidden sysctls: ["kernel.*"]',
        findings: [{ path, found: "kernel.sem" }],
      },
      {
        rule: "allowedUnsafeSysctls",
        message: 'The sysctl kernel.sem is not explicitly allowed, pod: p. Allowed sysctls: ["net.*"]',
        findings: [{ path, found: "kernel.sem", allowed: ["net.*"] }],
      },
    ]);
  });

  it("reports in next what is forbidden only as such", () => {
    expect(judgeSecurity(allowedSysctls, "next", RULES, setting("kernel.sem")).messages).toEqual([
      'The sysctl is not allowed, pod: p. | Value kernel.sem is forbidden by ["kernel.*"]',
    ]);
  });

  it.each([
    ["1.66", ["kernel.sem"], 2],
    ["1.76", ["kernel.sem"], 0],
    ["1.76", ["kernel.*"], 2],
    ["1.76", [{ name: "kernel.sem", value: "1" }], 2],
    ["next", ["kernel.*"], 0],
    ["next", [{ name: "kernel.sem", value: "1" }], 1],
  ] as const)("takes an exception in %s that lists %j", (release, values, violations) => {
    const { messages } = judgeSecurity(allowedSysctls, release, RULES, setting("kernel.sem"), excepted(...values));
    expect(messages).toHaveLength(violations);
  });

  it.each([
    ["1.76", ' | SecurityPolicyException allowed sysctls: [{"name": "a", "value": "1"}]'],
    ["next", ""],
  ] as const)("shows an exception as %s does", (release, suffix) => {
    const judge = (circumstances: object) =>
      judgeSecurity(allowedSysctls, release, RULES, setting("b"), circumstances).messages;
    expect(judge(excepted({ name: "a", value: "1" }))).toEqual(judge({}).map((message) => message + suffix));
  });

  it("never refuses more for a longer list of what is allowed, nor less for one of what is forbidden", () => {
    const patterns = fc.array(fc.constantFrom("a", "a.*", "*"));
    const names = fc.array(fc.constantFrom("a", "a.b", "c"));
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASES),
        patterns,
        patterns,
        patterns,
        names,
        (release, allowed, forbidden, more, set) => {
          const count = (allow: readonly string[], forbid: readonly string[]) => {
            const parameters = { allowedSysctls: allow, forbiddenSysctls: forbid };
            return judgeSecurity(allowedSysctls, release, parameters, setting(...set)).messages.length;
          };
          expect(count([...allowed, ...more], forbidden)).toBeLessThanOrEqual(count(allowed, forbidden));
          expect(count(allowed, [...forbidden, ...more])).toBeGreaterThanOrEqual(count(allowed, forbidden));
        },
      ),
    );
  });
});
