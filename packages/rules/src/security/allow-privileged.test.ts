import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowPrivileged, allowPrivilegedField } from "./allow-privileged.js";

const judge = (privileged: unknown) => judgeSecurity(allowPrivileged, "1.76", {}, podSecuredWith({ privileged }));
const excepted = (allowedValue: unknown) => ({ exception: { securityContext: { privileged: { allowedValue } } } });

describe("allowPrivileged", () => {
  it.each(RELEASES)("is a boolean in %s", (release) => {
    expect(fieldIssues(allowPrivilegedField, release, false)).toEqual([]);
    expect(fieldIssues(allowPrivilegedField, release, "false")).toEqual([
      "allowPrivileged: expected boolean, found `false`",
    ]);
  });

  it.each(RELEASES)("forbids unless it is true in %s, where it is absent as well", (release) => {
    expect(allowPrivileged.generate(release, {})).toEqual({});
    expect(allowPrivileged.generate(release, { allowPrivileged: false })).toEqual({});
    expect(allowPrivileged.generate(release, { allowPrivileged: true })).toBeUndefined();
  });

  it("judges Pods", () => {
    expect(allowPrivileged.objects({})).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
  });

  it.each([false, null, undefined])("allows %s", (privileged) => {
    expect(judge(privileged).messages).toEqual([]);
  });

  it("says where, what was found, and what would be allowed", () => {
    expect(judge(true).results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "privileged"],
        container: { list: "containers", index: 0, name: "app" },
        found: true,
        allowed: false,
      },
    ]);
  });

  it("takes a wrong type for a fault", () => {
    expect(judge("true")).toMatchObject({
      messages: [],
      faults: ["spec.containers[0].securityContext.privileged: boolean, not string"],
    });
  });

  it.each([
    ["1.66", (name: string) => `${name}, securityContext: {"privileged": true, "runAsUser": 1e+06}`],
    ["1.76", (name: string) => `${name}. | privileged: true | privileged: false`],
  ] as const)("words a violation for every kind of container as %s does", (release, word) => {
    const pod = podWithEach({ securityContext: { runAsUser: 1_000_000, privileged: true } });
    expect(judgeSecurity(allowPrivileged, release, null, pod).messages).toEqual(
      ["init", "app", "debug"].map((name) => `Privileged container is not allowed: ${word(name)}`),
    );
  });

  it.each([
    [{}, ""],
    [excepted(false), " | SPE allows: [false]"],
  ])("words a violation as next does, under %j", (circumstances, suffix) => {
    const pod = podSecuredWith({ privileged: true });
    expect(judgeSecurity(allowPrivileged, "next", {}, pod, circumstances).messages).toEqual([
      `Privileged container is not allowed, container: app | privileged: true | policy allows: false${suffix}`,
    ]);
  });

  it.each(["1.76", "next"] as const)("makes way for an exception in %s", (release) => {
    const pod = podSecuredWith({ privileged: true });
    expect(judgeSecurity(allowPrivileged, release, {}, pod, excepted(true)).messages).toEqual([]);
    expect(judgeSecurity(allowPrivileged, release, {}, pod, excepted(false)).messages).toHaveLength(1);
  });
});
