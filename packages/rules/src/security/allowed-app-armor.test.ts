import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import { allowedAppArmor, allowedAppArmorField } from "./allowed-app-armor.js";

const withType = (type: string, localhostProfile?: string) =>
  podSecuredWith({ appArmorProfile: { type, localhostProfile } });
const excepted = (...allowedValues: readonly string[]) => ({
  exception: { securityContext: { appArmorProfile: { allowedValues } } },
});

const judge = (release: Release, allowedProfiles: readonly string[], pod: unknown, circumstances = {}) =>
  judgeSecurity(allowedAppArmor, release, { allowedProfiles }, pod, circumstances);

describe("allowedAppArmor", () => {
  it.each(RELEASES)("takes a list of patterns in %s, and makes a constraint of it", (release) => {
    expect(fieldIssues(allowedAppArmorField, release, ["localhost/*"])).toEqual([]);
    expect(fieldIssues(allowedAppArmorField, release, "unconfined")).toHaveLength(1);
    expect(allowedAppArmor.generate(release, { allowedAppArmor: ["a"] })).toEqual({ allowedProfiles: ["a"] });
    expect(allowedAppArmor.generate(release, { allowedAppArmor: [] })).toEqual({ allowedProfiles: [] });
    expect(allowedAppArmor.generate(release, {})).toBeUndefined();
  });

  it.each([
    ["1.66", ["unconfined"], withType("Unconfined"), false],
    ["1.66", ["runtime/default"], withType("Unconfined"), true],
    ["1.76", ["runtime/default"], podSecuredWith({}), true],
    ["1.76", ["unconfined"], podSecuredWith({}), false],
    ["1.76", ["localhost/*"], withType("Localhost", "a/b"), true],
    ["1.76", ["localhost/*"], withType("Localhost", "a.b"), false],
    ["1.76", ["RuntimeDefault"], withType("RuntimeDefault"), false],
    ["1.76", [], withType("Foo"), true],
    ["next", [], podSecuredWith({}), true],
    ["next", [], withType("RuntimeDefault"), false],
    ["next", ["RuntimeDefault"], withType("RuntimeDefault"), true],
    ["next", ["Unconfined"], withType("Unconfined"), true],
    ["next", ["localhost/*"], withType("Localhost", "a"), false],
    ["next", ["Localhost"], withType("Localhost", "a"), true],
    ["next", ["localhost*"], withType("Localhost", "a"), true],
  ] as const)("in %s, where %j is allowed, judges the pod of case %#", (release, allowed, pod, isAllowed) => {
    expect(judge(release, allowed, pod).messages).toHaveLength(isAllowed ? 0 : 1);
  });

  it.each([
    ["1.66", '. Allowed profiles: ["z", "y"]'],
    ["1.76", '. | Actual AppArmor profile: unconfined | Allowed profiles: ["z", "y"]'],
    ["next", ' | value: unconfined | policy allows: {"y", "z"}'],
  ] as const)("words a violation as %s does", (release, words) => {
    const pod = podWithEach({ securityContext: { appArmorProfile: { type: "Unconfined" } } });
    const { messages } = judge(release, ["z", "y"], pod);
    expect(messages).toEqual(
      ["init", "app", "debug"].map((name) => `AppArmor profile is not allowed, pod: p, container: ${name}${words}`),
    );
  });

  it("points at the profile", () => {
    expect(judge("1.76", ["a"], withType("Localhost", "b")).results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "appArmorProfile", "localhostProfile"],
        container: { list: "containers", index: 0, name: "app" },
        found: "b",
        allowed: ["a"],
      },
    ]);
  });

  it.each([
    ["1.66", withType("Unconfined"), ["runtime/default"], 1],
    ["1.76", withType("Unconfined"), ["unconfined"], 0],
    ["1.76", withType("Localhost", "a"), ["localhost/*"], 1],
    ["1.76", podSecuredWith({}), ["runtime/default"], 1],
    ["next", withType("Unconfined"), ["unc*"], 0],
    ["next", withType("Localhost", "a"), ["localhost/*"], 1],
  ] as const)("takes an exception in %s, for the pod of case %#, that lists %j", (release, pod, values, violations) => {
    expect(judge(release, [], pod, excepted(...values)).messages).toHaveLength(violations);
  });

  it.each([
    ["1.76", [], " | SecurityPolicyException allowed profiles: []"],
    ["1.76", ["z", "y"], ' | SecurityPolicyException allowed profiles: ["z", "y"]'],
    ["next", [], ""],
    ["next", ["z", "y"], ' | SPE allows: {"y", "z"}'],
  ] as const)("shows an exception as %s does: %j", (release, values, suffix) => {
    const pod = withType("Unconfined");
    const [plain] = judge(release, [], pod).messages;
    expect(judge(release, [], pod, excepted(...values)).messages).toEqual([`${plain}${suffix}`]);
  });

  it("never refuses more for a longer list", () => {
    const patterns = fc.array(fc.constantFrom("runtime/default", "unconfined", "localhost/*", "Localhost", "**", "["));
    const pods = fc.constantFrom(withType("Localhost", "a.b"), withType("Unconfined"), podSecuredWith({}));
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), patterns, patterns, pods, (release, list, more, pod) => {
        const count = (allowed: readonly string[]) => judge(release, allowed, pod).messages.length;
        expect(count([...list, ...more])).toBeLessThanOrEqual(count(list));
      }),
    );
  });
});
