import { describe, expect, it } from "vitest";
import { makeSecurityPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const ALLOWED = { allowPrivileged: true, allowPrivilegeEscalation: true, allowHostNetwork: true };

describe("a range that holds no number", () => {
  it.each([
    ["runAsUser", "MustRunAs"],
    ["runAsGroup", "MustRunAs"],
    ["fsGroup", "MayRunAs"],
    ["supplementalGroups", "MustRunAs"],
  ])("in %s, %s", (field, rule) => {
    const policy = makeSecurityPolicy({ ...ALLOWED, [field]: { rule, ranges: [{ min: 1000 }] } });
    expect(lintInEach("empty-range", policy)).toEqual(Array(3).fill([`spec.policies.${field}.ranges.0 refused`]));
  });

  it("in allowedHostPorts, whose missing bounds are 0", () => {
    const policy = makeSecurityPolicy({
      ...ALLOWED,
      allowedHostPorts: [{ min: 1, max: 2 }, { min: 1000 }, { max: 3 }],
    });
    expect(lintInEach("empty-range", policy)).toEqual(Array(3).fill(["spec.policies.allowedHostPorts.1 refused"]));
    expect(findingsOf("empty-range", [policy], "1.76")[0]?.message).toContain("it goes from 1000 to 0");
  });

  it("none", () => {
    expect(lintInEach("empty-range", makeSecurityPolicy({ ...ALLOWED, allowedHostPorts: [{ max: 0 }] }))).toEqual([
      [],
      [],
      [],
    ]);
    expect(lintInEach("empty-range", makeSecurityPolicy({ ...ALLOWED, runAsUser: { rule: "MustRunAs" } }))).toEqual([
      [],
      [],
      [],
    ]);
  });
});
